package io.assay.review.regex;

import com.google.re2j.Pattern;

/** Reads the shape of an expression that RE2 accepts; what it does not know it takes to be wide. */
final class ShapeReader {

  private final String pattern;
  private int at;

  private ShapeReader(String pattern) {
    this.pattern = pattern;
  }

  /** The shape of a pattern that {@link Pattern#compile} accepts. */
  static Shape read(String pattern) {
    return new ShapeReader(pattern).alternatives();
  }

  private Shape alternatives() {
    Shape all = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      all = all.or(sequence());
    }
    return all;
  }

  private Shape sequence() {
    Shape all = Shape.NOTHING;
    StringBuilder run = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int start = at;
      String literal = literal();
      if (!literal.isEmpty() && !quantified()) {
        run.append(literal);
        continue;
      }
      all = flush(all, run);
      at = start;
      all = all.then(repeated(atom()));
    }
    return flush(all, run);
  }

  private static Shape flush(Shape all, StringBuilder run) {
    Shape next = run.isEmpty() ? all : all.then(Shape.literal(run.toString()));
    run.setLength(0);
    return next;
  }

  /** The character that the pattern names here for itself, or nothing. */
  private String literal() {
    char c = pattern.charAt(at);
    if (c == '\\' && at + 1 < pattern.length()) {
      char escaped = pattern.charAt(at + 1);
      if (escaped < 0x80 && !Character.isLetterOrDigit(escaped)) {
        at += 2;
        return String.valueOf(escaped);
      }
      return "";
    }
    if ("\\.[({*+?^$".indexOf(c) >= 0) {
      return "";
    }
    int codePoint = pattern.codePointAt(at);
    at += Character.charCount(codePoint);
    return Character.toString(codePoint);
  }

  private boolean quantified() {
    return at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0;
  }

  private Shape atom() {
    char c = pattern.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> {
        characterClass();
        yield Shape.upTo(2);
      }
      case '^', '$' -> {
        at++;
        yield Shape.NOTHING;
      }
      case '\\' -> escape();
      default -> {
        at += Character.charCount(pattern.codePointAt(at));
        yield Shape.upTo(2);
      }
    };
  }

  private Shape group() {
    at++;
    if (at + 1 < pattern.length() && pattern.charAt(at) == '?') {
      while (":)>".indexOf(pattern.charAt(at)) < 0) {
        at++;
      }
      if (pattern.charAt(at) == ')') {
        at++;
        return Shape.NOTHING;
      }
      at++;
    }
    Shape inside = alternatives();
    at++;
    return inside;
  }

  private void characterClass() {
    at++;
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    boolean first = true;
    while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
      first = false;
      if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
        at = pattern.indexOf(":]", at) + 2;
      } else {
        at += pattern.charAt(at) == '\\' ? 2 : 1;
      }
    }
    at++;
  }

  private Shape escape() {
    char escaped = pattern.charAt(at + 1);
    at += 2;
    return switch (escaped) {
      case 'Q' -> quoted();
      case 'b', 'B', 'A', 'z', 'Z' -> Shape.NOTHING;
      case 'd', 's', 'w', 't', 'n', 'r', 'f', 'v', 'a' -> Shape.upTo(1);
      case 'x', 'p', 'P' -> {
        boolean braced = at < pattern.length() && pattern.charAt(at) == '{';
        at = braced ? pattern.indexOf('}', at) + 1 : at + (escaped == 'x' ? 2 : 1);
        yield Shape.upTo(2);
      }
      default -> Shape.upTo(2);
    };
  }

  private Shape quoted() {
    int end = pattern.indexOf("\\E", at);
    String quoted = pattern.substring(at, end < 0 ? pattern.length() : end);
    at = end < 0 ? pattern.length() : end + 2;
    return quoted.isEmpty() ? Shape.NOTHING : Shape.literal(quoted);
  }

  private Shape repeated(Shape atom) {
    Shape shape = atom;
    while (quantified()) {
      char c = pattern.charAt(at);
      if (c == '{') {
        int end = pattern.indexOf('}', at);
        String[] bounds = end < 0 ? new String[0] : pattern.substring(at + 1, end).split(",", -1);
        if (bounds.length == 0 || !bounds[0].matches("[0-9]+")) {
          return shape;
        }
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        shape = shape.times(least, greatest(bounds, least));
      } else {
        at++;
        shape = shape.times(c == '+' ? 1 : 0, c == '?' ? 1 : Shape.LIMIT);
      }
      if (at < pattern.length() && pattern.charAt(at) == '?') {
        at++;
      }
    }
    return shape;
  }

  private static int greatest(String[] bounds, int least) {
    if (bounds.length == 1) {
      return least;
    }
    return bounds[1].isEmpty() ? Shape.LIMIT : Integer.parseInt(bounds[1]);
  }
}

package io.assay.review.text;

import java.util.List;

/** The phrases in which a hit is allowed; the longest cover wins. */
final class Exceptions {

  private static final Folding FOLDING = Folding.shipped();

  private Exceptions() {}

  /** The hit, unless an exception covers it or may yet come to cover it. */
  static Outcome judge(Window text, List<String> exceptions, Outcome.Hit hit) {
    if (exceptions.isEmpty()) {
      return hit;
    }
    int reach = reach(exceptions);
    if (text.end() < hit.end() + reach && !text.complete()) {
      return Outcome.WAITING;
    }
    int from = Math.max(text.start(), hit.start() - reach);
    String before = reading(text, from, hit.start());
    String seen = reading(text, hit.start(), hit.end());
    String after = reading(text, hit.end(), Math.min(text.end(), hit.end() + reach));
    for (String exception : exceptions) {
      if (covers(reading(exception), before, seen, after)) {
        return Outcome.REFUSED;
      }
    }
    return hit;
  }

  /** How far on either side of a hit an exception may stretch. */
  static int reach(List<String> exceptions) {
    return 2 * exceptions.stream().mapToInt(String::length).max().orElse(0);
  }

  private static boolean covers(String exception, String before, String seen, String after) {
    if (exception.length() < seen.length()) {
      return false;
    }
    String all = before + seen + after;
    int latest = before.length();
    int at = all.indexOf(exception);
    while (at >= 0 && at <= latest) {
      if (at + exception.length() >= latest + seen.length()) {
        return true;
      }
      at = all.indexOf(exception, at + 1);
    }
    return false;
  }

  private static String reading(String text) {
    StringBuilder reading = new StringBuilder();
    text.codePoints().forEach(c -> read(c, reading));
    return reading.toString();
  }

  private static String reading(Window text, int from, int to) {
    StringBuilder reading = new StringBuilder();
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      read(c, reading);
      i += Character.charCount(c);
    }
    return reading.toString();
  }

  private static void read(int codePoint, StringBuilder into) {
    if (Boundary.visible(codePoint)) {
      into.append(FOLDING.symbols(codePoint));
    }
  }
}

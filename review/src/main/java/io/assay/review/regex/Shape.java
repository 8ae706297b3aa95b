package io.assay.review.regex;

import java.util.List;

/**
 * What is known of every match of an expression without running it.
 *
 * @param longest the most characters that a match may have
 * @param literals strings in lower case of which every match holds at least one, whatever its case;
 *     empty if none is known
 * @param lead the most characters of a match before such a literal
 */
record Shape(int longest, List<String> literals, int lead) {

  /** More characters than a match may have; what has no limit counts as this. */
  static final int LIMIT = LinearExpression.LONGEST_MATCH + 1;

  /** The most characters that a stream holds back for a literal where an earlier one is known. */
  private static final int MOST_LEAD = 8;

  static final Shape NOTHING = new Shape(0, List.of(), 0);

  Shape {
    longest = Math.min(longest, LIMIT);
    lead = Math.min(lead, LIMIT);
    literals = List.copyOf(literals);
  }

  static Shape literal(String text) {
    return new Shape(text.length(), List.of(foldCase(text)), 0);
  }

  /** A text with each character as it is compared when case does not count. */
  static String foldCase(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      folded.setCharAt(i, Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
    }
    return folded.toString();
  }

  /** Something of at most this length of which no literal is known. */
  static Shape upTo(int longest) {
    return new Shape(longest, List.of(), 0);
  }

  /**
   * This and then another; the longer of their literals is kept, unless a stream would have to hold
   * back much text before it.
   */
  Shape then(Shape next) {
    boolean keep =
        shortest(literals) >= shortest(next.literals)
            || (!literals.isEmpty() && longest + next.lead > MOST_LEAD);
    return keep
        ? new Shape(longest + next.longest, literals, lead)
        : new Shape(longest + next.longest, next.literals, longest + next.lead);
  }

  /** This or another. */
  Shape or(Shape other) {
    boolean both = !literals.isEmpty() && !other.literals.isEmpty();
    List<String> either =
        both
            ? java.util.stream.Stream.concat(literals.stream(), other.literals.stream())
                .distinct()
                .toList()
            : List.of();
    return new Shape(
        Math.max(longest, other.longest), either, both ? Math.max(lead, other.lead) : 0);
  }

  /** This from a least to a greatest number of times. */
  Shape times(int least, int greatest) {
    int length = longest == 0 ? 0 : (int) Math.min((long) longest * greatest, LIMIT);
    return least == 0 ? upTo(length) : new Shape(length, literals, lead);
  }

  private static int shortest(List<String> literals) {
    return literals.stream().mapToInt(String::length).min().orElse(0);
  }
}

package io.assay.review.classifier;

import java.util.ArrayList;
import java.util.List;

/** A long text cut into overlapping pieces that together hold every character. */
final class Pieces {

  private static final int OVERLAP = 10;

  private Pieces() {}

  /** Pieces of at most a length, each sharing a tenth of it with the one before. */
  static List<String> of(String text, int longest) {
    if (text.length() <= longest) {
      return List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (true) {
      int to = Math.min(text.length(), from + longest);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      pieces.add(text.substring(from, to));
      if (to == text.length()) {
        return pieces;
      }
      from = to - longest / OVERLAP;
      if (Character.isLowSurrogate(text.charAt(from))) {
        from--;
      }
    }
  }
}

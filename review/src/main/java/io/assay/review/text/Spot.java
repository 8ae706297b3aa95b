package io.assay.review.text;

import java.util.Comparator;

/**
 * A hit in one stream, with the text it covers.
 *
 * @param layers the layers that it took, as bits by ordinal
 * @param survives whether a character of the feature's own text stands in the text
 */
record Spot(int start, int end, int layers, boolean survives, String text) {

  static final Comparator<Spot> BY_PLACE =
      Comparator.comparingInt(Spot::start)
          .thenComparingInt(Spot::end)
          .thenComparingInt(spot -> Integer.bitCount(spot.layers))
          .thenComparingInt(Spot::layers)
          .thenComparing(Spot::survives);

  boolean overlaps(Spot other) {
    return start < other.end && other.start < end;
  }
}

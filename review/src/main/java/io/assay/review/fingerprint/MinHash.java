package io.assay.review.fingerprint;

import java.util.Arrays;

/**
 * A sketch of a text from which the share of pieces that two texts have in common is estimated.
 *
 * <p>Source: Broder, On the Resemblance and Containment of Documents, 1997.
 */
public final class MinHash {

  static final int SIZE = 128;

  private final long[] least;

  private MinHash(long[] least) {
    this.least = least;
  }

  /** Sketches a text; spelling in another case or width, blanks and punctuation do not count. */
  public static MinHash of(String text) {
    long[] least = new long[SIZE];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long shingle : Shingles.of(text)) {
      for (int i = 0; i < SIZE; i++) {
        least[i] = Math.min(least[i], Shingles.mix(shingle ^ (i * 0xD1B54A32D192ED03L)));
      }
    }
    return new MinHash(least);
  }

  /** The estimated share, from 0 to 1, of pieces in either text that both have. */
  public double resemblance(MinHash other) {
    int equal = 0;
    for (int i = 0; i < SIZE; i++) {
      equal += least[i] == other.least[i] ? 1 : 0;
    }
    return (double) equal / SIZE;
  }

  /** A hash of some of the sketch, equal for texts that may resemble each other. */
  long band(int band, int rows) {
    long hash = band;
    for (int row = 0; row < rows; row++) {
      hash = Shingles.mix(hash ^ least[band * rows + row]);
    }
    return hash;
  }
}

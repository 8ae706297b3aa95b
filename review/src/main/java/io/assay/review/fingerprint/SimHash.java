package io.assay.review.fingerprint;

import java.util.HexFormat;
import java.util.Map;

/**
 * A 64-bit hash of a text that differs little between near copies of a text of a paragraph or more.
 *
 * <p>Source: Charikar, Similarity Estimation Techniques from Rounding Algorithms, 2002.
 */
public record SimHash(long bits) {

  /** Hashes a text; spelling in another case or width, blanks and punctuation do not count. */
  public static SimHash of(String text) {
    int[] sums = new int[Long.SIZE];
    for (Map.Entry<Long, Integer> shingle : Shingles.of(text).entrySet()) {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        sums[bit] += (shingle.getKey() >>> bit & 1) == 1 ? shingle.getValue() : -shingle.getValue();
      }
    }
    long bits = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      bits |= sums[bit] > 0 ? 1L << bit : 0;
    }
    return new SimHash(bits);
  }

  /** Reads 16 hexadecimal digits. */
  public static SimHash parse(String hex) {
    if (hex.length() != 16) {
      throw new IllegalArgumentException(
          "a text fingerprint has 16 hexadecimal digits, got " + hex.length());
    }
    return new SimHash(HexFormat.fromHexDigitsToLong(hex));
  }

  /** How many bits differ. */
  public int distance(SimHash other) {
    return Long.bitCount(bits ^ other.bits);
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(bits);
  }
}

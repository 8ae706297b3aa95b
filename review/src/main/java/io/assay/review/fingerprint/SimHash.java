package io.assay.review.fingerprint;

import java.util.HexFormat;

/**
 * A 64-bit hash of a text that differs little between near copies of a text of a paragraph or more.
 *
 * <p>Source: Charikar, Similarity Estimation Techniques from Rounding Algorithms, 2002.
 */
public record SimHash(long bits) {

  static final int BITS = Long.SIZE;

  /** Hashes a text; spelling in another case or width, blanks and punctuation do not count. */
  public static SimHash of(String text) {
    Sums sums = new Sums();
    Shingles shingles = Shingles.into(sums::add);
    shingles.append(text);
    shingles.finish();
    return sums.hash();
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

  /** The hash in the making: for each bit, in how many more shingles it is set than not. */
  static final class Sums {

    private final long[] sums = new long[Long.SIZE];
    private long count;

    void add(long shingle) {
      count++;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        sums[bit] += (shingle >>> bit & 1) * 2 - 1;
      }
    }

    long count() {
      return count;
    }

    SimHash hash() {
      return hashSince(new Sums());
    }

    /** The hash of what was added since these sums were like others. */
    SimHash hashSince(Sums earlier) {
      long bits = 0;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        bits |= sums[bit] > earlier.sums[bit] ? 1L << bit : 0;
      }
      return new SimHash(bits);
    }

    Sums copy() {
      Sums copy = new Sums();
      System.arraycopy(sums, 0, copy.sums, 0, sums.length);
      copy.count = count;
      return copy;
    }
  }
}

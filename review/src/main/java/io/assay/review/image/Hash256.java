package io.assay.review.image;

import java.util.HexFormat;

/**
 * A hash of 256 bits, compared by how many bits differ.
 *
 * @param a bits 0 to 63
 * @param b bits 64 to 127
 * @param c bits 128 to 191
 * @param d bits 192 to 255
 */
public record Hash256(long a, long b, long c, long d) {

  /** The number of bits. */
  public static final int BITS = 256;

  /** Reads 64 hexadecimal digits, the highest bits first. */
  public static Hash256 parse(String hex) {
    if (hex.length() != BITS / 4) {
      throw new IllegalArgumentException(
          "a hash has " + BITS / 4 + " hexadecimal digits, got " + hex.length());
    }
    return new Hash256(word(hex, 48), word(hex, 32), word(hex, 16), word(hex, 0));
  }

  /** How many bits differ. */
  public int distance(Hash256 other) {
    return Long.bitCount(a ^ other.a)
        + Long.bitCount(b ^ other.b)
        + Long.bitCount(c ^ other.c)
        + Long.bitCount(d ^ other.d);
  }

  /** The 64 hexadecimal digits that {@link #parse} reads. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(d) + hex.toHexDigits(c) + hex.toHexDigits(b) + hex.toHexDigits(a);
  }

  private static long word(String hex, int from) {
    return HexFormat.fromHexDigitsToLong(hex, from, from + 16);
  }
}

package io.assay.review.audio;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The fingerprint of a sound: 32-bit sub-fingerprints at an even rate.
 *
 * <p>As text: eight hexadecimal digits for each sub-fingerprint. Any fingerprint of this kind can
 * be compared with any other that was made by the same algorithm; {@link SpectralFingerprint} makes
 * them.
 *
 * @param subs the sub-fingerprints, not copied, so leave them alone
 * @param microsApart the time from one sub-fingerprint to the next, in microseconds
 */
public record AudioFingerprint(int[] subs, int microsApart) {

  private static final int DIGITS = 8;

  public AudioFingerprint {
    if (subs.length == 0 || microsApart < 1) {
      throw new IllegalArgumentException(
          "a fingerprint needs a sub-fingerprint and a positive rate, got %d, %d"
              .formatted(subs.length, microsApart));
    }
  }

  /** Reads the text that {@link #toString} writes. */
  public static AudioFingerprint parse(String text, int microsApart) {
    if (text.length() % DIGITS != 0) {
      throw new IllegalArgumentException(
          "a fingerprint has 8 hexadecimal digits for each 32 bits, got " + text.length());
    }
    int[] subs = new int[text.length() / DIGITS];
    for (int i = 0; i < subs.length; i++) {
      subs[i] = HexFormat.fromHexDigits(text, i * DIGITS, (i + 1) * DIGITS);
    }
    return new AudioFingerprint(subs, microsApart);
  }

  long millisAt(int sub) {
    return (long) sub * microsApart / 1000;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AudioFingerprint that
        && microsApart == that.microsApart
        && Arrays.equals(subs, that.subs);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(subs) + microsApart;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(subs.length * DIGITS);
    for (int sub : subs) {
      text.append(HexFormat.of().toHexDigits(sub));
    }
    return text.toString();
  }
}

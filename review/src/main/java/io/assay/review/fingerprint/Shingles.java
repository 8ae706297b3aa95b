package io.assay.review.fingerprint;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The overlapping pieces of a text by which near copies are told: 64-bit hashes with counts. */
final class Shingles {

  private static final int LENGTH = 3;

  private Shingles() {}

  /** The shingles of a text of letters and digits only, in one case and width. */
  static Map<Long, Integer> of(String text) {
    int[] points =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .toArray();
    Map<Long, Integer> shingles = new HashMap<>();
    int length = Math.min(LENGTH, points.length);
    for (int from = 0; from + length <= points.length && length > 0; from++) {
      long hash = 0;
      for (int i = from; i < from + length; i++) {
        hash = mix(hash + points[i]);
      }
      shingles.merge(hash, 1, Integer::sum);
    }
    return shingles;
  }

  /** Spreads every bit of a number over all bits. Source: Steele et al., SplitMix, 2014. */
  static long mix(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

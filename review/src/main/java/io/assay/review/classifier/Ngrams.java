package io.assay.review.classifier;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The hashed character n-grams of a text: which of them occur, as a vector of length 1.
 *
 * <p>Source: Weinberger et al., Feature Hashing for Large Scale Multitask Learning, 2009.
 */
final class Ngrams {

  static final int LONGEST = 4;

  /** Sees each n-gram of a text with its index. */
  interface Visitor {
    void see(int index, int start, int end);
  }

  private Ngrams() {}

  /** Compatibility forms, case and runs of blanks made alike. */
  static int[] normalize(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ")
        .codePoints()
        .toArray();
  }

  static void visit(int[] text, int bits, Visitor visitor) {
    for (int start = 0; start < text.length; start++) {
      long hash = 0xCBF29CE484222325L;
      int longest = Math.min(text.length, start + LONGEST);
      for (int end = start + 1; end <= longest; end++) {
        hash = (hash ^ text[end - 1]) * 0x100000001B3L;
        visitor.see(index(hash, bits), start, end);
      }
    }
  }

  /** The sorted distinct indexes of a text's n-grams. */
  static int[] indexes(int[] text, int bits) {
    int[] all = new int[text.length * LONGEST];
    int[] count = {0};
    visit(text, bits, (index, start, end) -> all[count[0]++] = index);
    int[] used = Arrays.copyOf(all, count[0]);
    Arrays.sort(used);
    int distinct = 0;
    for (int i = 0; i < used.length; i++) {
      if (i == 0 || used[i] != used[i - 1]) {
        used[distinct++] = used[i];
      }
    }
    return Arrays.copyOf(used, distinct);
  }

  /** The value of each component of a vector with so many of them. */
  static double value(int components) {
    return components == 0 ? 0 : 1 / Math.sqrt(components);
  }

  private static int index(long hash, int bits) {
    long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    return (int) (mixed >>> (64 - bits));
  }
}

package io.assay.review.text;

/** The first four symbols of many terms, as a Bloom filter with one word for each look. */
final class FourSet {

  private static final int FIRST = 0x9E3779B1;
  private static final int SECOND = 0x85EBCA6B;
  private static final int THIRD = 0xC2B2AE35;
  private static final int FOURTH = 0x27D4EB2F;
  private static final int MIX = 0x165667B1;

  private final long[] words;
  private final int shift;

  FourSet(char[] symbols, int[] starts) {
    int count = starts.length - 1;
    int log = 32 - Integer.numberOfLeadingZeros(Math.max(1, count));
    this.shift = 32 - Math.max(4, Math.min(log - 3, 17));
    this.words = new long[1 << (32 - shift)];
    for (int i = 0; i < count; i++) {
      if (starts[i + 1] - starts[i] >= 4) {
        int hash = hash(symbols, starts[i]);
        words[hash >>> shift] |= pattern(hash);
      }
    }
  }

  /** One if a term of four symbols or more may begin at an index, else 0. */
  int mayHold(char[] symbols, int at) {
    int hash = hash(symbols, at);
    long missing = pattern(hash) & ~words[hash >>> shift];
    return (int) ((missing | -missing) >>> 63) ^ 1;
  }

  private static int hash(char[] symbols, int at) {
    int sum =
        symbols[at] * FIRST
            + symbols[at + 1] * SECOND
            + symbols[at + 2] * THIRD
            + symbols[at + 3] * FOURTH;
    return sum * MIX;
  }

  private static long pattern(int hash) {
    return 1L << hash | 1L << (hash >>> 6);
  }
}

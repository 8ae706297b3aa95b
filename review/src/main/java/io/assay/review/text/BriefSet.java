package io.assay.review.text;

/** The terms of two and of three symbols, as a Bloom filter with one word for each look. */
final class BriefSet {

  private static final int MIX = 0x85EBCA6B;
  private static final int OTHER_MIX = 0x27D4EB2F;

  private final long[] words;
  private final int shift;

  BriefSet(char[] symbols, int[] starts) {
    int count = 0;
    for (int i = 0; i + 1 < starts.length; i++) {
      count += brief(starts, i) ? 1 : 0;
    }
    int log = 32 - Integer.numberOfLeadingZeros(Math.max(1, count));
    this.shift = 32 - Math.max(4, Math.min(log - 2, 18));
    this.words = new long[1 << (32 - shift)];
    for (int i = 0; i + 1 < starts.length; i++) {
      if (brief(starts, i)) {
        int at = starts[i];
        int two = two(symbols, at);
        boolean three = starts[i + 1] - at == 3;
        words[two >>> shift] |= pattern(three ? three(two, symbols, at) : two);
      }
    }
  }

  private static boolean brief(int[] starts, int term) {
    int length = starts[term + 1] - starts[term];
    return length == 2 || length == 3;
  }

  /** One if a term of two or three symbols may begin at an index, else 0. */
  int mayHold(char[] symbols, int at) {
    int two = two(symbols, at);
    long word = words[two >>> shift];
    long missing = absent(word, two) & absent(word, three(two, symbols, at));
    return (int) (~missing >>> 63);
  }

  /** Negative if a pattern is not wholly in a word. */
  private static long absent(long word, int hash) {
    long bits = pattern(hash) & ~word;
    return bits | -bits;
  }

  private static int two(char[] symbols, int at) {
    return (symbols[at] * MIX + symbols[at + 1]) * OTHER_MIX;
  }

  private static int three(int two, char[] symbols, int at) {
    return (two + symbols[at + 2]) * MIX;
  }

  private static long pattern(int hash) {
    int mixed = hash ^ hash >>> 15;
    return 1L << mixed | 1L << (mixed >>> 6);
  }
}

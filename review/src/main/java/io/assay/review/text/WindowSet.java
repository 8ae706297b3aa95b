package io.assay.review.text;

/**
 * The first four to eight symbols of each of many terms, as a Bloom filter in which all that is
 * known of four symbols lies in one line of memory. Shorter terms are not held.
 */
final class WindowSet {

  /** The most symbols that are looked at. */
  static final int LONGEST = 8;

  private static final int MIX = 0x85EBCA6B;
  private static final int OTHER_MIX = 0x27D4EB2F;
  private static final int LINE = 8;

  private final long[] lines;
  private final int lineShift;

  WindowSet(char[] symbols, int[] starts) {
    int count = starts.length - 1;
    int log = 32 - Integer.numberOfLeadingZeros(Math.max(1, count));
    this.lineShift = 32 - Math.max(4, Math.min(log - 4, 20));
    this.lines = new long[LINE << (32 - lineShift)];
    for (int i = 0; i < count; i++) {
      if (starts[i + 1] - starts[i] >= 4) {
        add(symbols, starts[i], Math.min(starts[i + 1] - starts[i], LONGEST));
      }
    }
  }

  private void add(char[] symbols, int from, int window) {
    int hash = 0;
    int line = 0;
    for (int i = 0; i < window; i++) {
      hash = (hash + symbols[from + i]) * MIX;
      line = i == 3 ? line(hash) : line;
    }
    lines[line | part(hash)] |= pattern(hash);
  }

  /**
   * One if a term of four symbols or more may begin at an index, else 0; {@link #LONGEST} symbols
   * must stand there.
   */
  int mayHold(char[] symbols, int at) {
    int two = (symbols[at] * MIX + symbols[at + 1]) * MIX;
    int three = (two + symbols[at + 2]) * MIX;
    int four = (three + symbols[at + 3]) * MIX;
    int five = (four + symbols[at + 4]) * MIX;
    int six = (five + symbols[at + 5]) * MIX;
    int seven = (six + symbols[at + 6]) * MIX;
    int eight = (seven + symbols[at + 7]) * MIX;
    int line = line(four);
    long missing =
        absent(lines[line | part(four)], four)
            & absent(lines[line | part(five)], five)
            & absent(lines[line | part(six)], six)
            & absent(lines[line | part(seven)], seven)
            & absent(lines[line | part(eight)], eight);
    return (int) (~missing >>> 63);
  }

  /** Negative if a pattern is not wholly in a word. */
  private static long absent(long word, int hash) {
    long bits = pattern(hash) & ~word;
    return bits | -bits;
  }

  private int line(int hash) {
    return (hash >>> lineShift) * LINE;
  }

  private static int part(int hash) {
    return (hash ^ hash >>> 15) >>> 3 & (LINE - 1);
  }

  private static long pattern(int hash) {
    int mixed = (hash ^ hash >>> 15) * OTHER_MIX;
    return 1L << (mixed >>> 26) | 1L << (mixed >>> 20) | 1L << (mixed >>> 14);
  }
}

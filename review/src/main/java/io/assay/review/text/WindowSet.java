package io.assay.review.text;

/**
 * The first two to eight symbols of each of many terms, as a Bloom filter.
 *
 * <p>What is known of terms of four symbols and more lies in one line of memory, chosen by those
 * four.
 */
final class WindowSet {

  /** The most symbols that are looked at. */
  static final int LONGEST = 8;

  private static final int MIX = 0x85EBCA6B;
  private static final int OTHER_MIX = 0x27D4EB2F;
  private static final int LINE = 8;

  private final long[] lines;
  private final int lineShift;
  private final long[] brief;
  private final int briefShift;

  WindowSet(char[] symbols, int[] starts) {
    int briefCount = 0;
    int count = starts.length - 1;
    for (int i = 0; i < count; i++) {
      briefCount += starts[i + 1] - starts[i] < 4 ? 1 : 0;
    }
    int log = log(count);
    this.lineShift = 32 - Math.max(4, Math.min(log - 4, 20));
    this.lines = new long[LINE << (32 - lineShift)];
    this.briefShift = 32 - Math.max(4, Math.min(log(briefCount) - 1, 20));
    this.brief = new long[1 << (32 - briefShift)];
    for (int i = 0; i < count; i++) {
      add(symbols, starts[i], starts[i + 1] - starts[i]);
    }
  }

  private void add(char[] symbols, int from, int length) {
    int window = Math.min(length, LONGEST);
    int hash = 0;
    int line = 0;
    for (int i = 0; i < window; i++) {
      hash = (hash + symbols[from + i]) * MIX;
      line = i == 3 ? line(hash) : line;
    }
    if (window < 4) {
      brief[hash >>> briefShift] |= pattern(hash);
    } else {
      lines[line | part(hash)] |= pattern(hash);
    }
  }

  /** One if a term may begin at an index, else 0; {@link #LONGEST} symbols must stand there. */
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
        absent(brief[two >>> briefShift], two)
            & absent(brief[three >>> briefShift], three)
            & absent(lines[line | part(four)], four)
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

  private static int log(int count) {
    return 32 - Integer.numberOfLeadingZeros(Math.max(1, count));
  }
}

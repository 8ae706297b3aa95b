package io.assay.review.text;

import java.util.BitSet;

/**
 * Tells for most positions of a text, without a look at the automaton, that no term begins there.
 *
 * <p>A term is known by its first four symbols, or by all if it has fewer. Every lookup stands
 * alone, so a processor runs many at once; a positive answer may be wrong, a negative never is.
 */
final class GramFilter {

  /** The most symbols that an answer looks at. */
  static final int REACH = 4;

  private static final int BITS_PER_GRAM = 64;
  private static final int FIRST = 0x9E3779B1;
  private static final int SECOND = 0x85EBCA6B;
  private static final int THIRD = 0xC2B2AE35;
  private static final int FOURTH = 0x27D4EB2F;

  private final long[] bits;
  private final int shift;
  private final long[] singles;
  private final boolean anySingle;

  GramFilter(char[] codes, int[] starts) {
    int log = 32 - Integer.numberOfLeadingZeros(Math.max(1, starts.length) * BITS_PER_GRAM / 2);
    this.shift = 32 - Math.max(12, Math.min(log, 25));
    this.bits = new long[1 << (32 - shift - 6)];
    BitSet alone = new BitSet(1 << 16);
    for (int i = 0; i + 1 < starts.length; i++) {
      add(codes, starts[i], starts[i + 1], alone);
    }
    this.anySingle = !alone.isEmpty();
    this.singles = java.util.Arrays.copyOf(alone.toLongArray(), 1 << 10);
  }

  private void add(char[] codes, int from, int to, BitSet alone) {
    if (to - from == 1) {
      alone.set(codes[from]);
      return;
    }
    int hash = pair(codes[from], codes[from + 1]);
    if (to - from > 2) {
      hash = (hash + codes[from + 2]) * THIRD;
    }
    if (to - from > 3) {
      hash = (hash + codes[from + 3]) * FOURTH;
    }
    int bit = hash >>> shift;
    bits[bit >>> 6] |= 1L << bit;
  }

  /**
   * The first position at or after {@code from} where a term may begin, or the first position whose
   * grams are not all there, whichever comes first.
   */
  int next(char[] codes, int from, int size) {
    long[] table = bits;
    int by = shift;
    int end = size - REACH + 1;
    int i = from;
    for (; i < end; i++) {
      int two = pair(codes[i], codes[i + 1]);
      int three = (two + codes[i + 2]) * THIRD;
      int four = (three + codes[i + 3]) * FOURTH;
      int a = two >>> by;
      int b = three >>> by;
      int c = four >>> by;
      long found = table[a >>> 6] >>> a | table[b >>> 6] >>> b | table[c >>> 6] >>> c;
      if ((found & 1) != 0 || (anySingle && single(codes[i]))) {
        return i;
      }
    }
    return i;
  }

  private boolean single(char code) {
    return (singles[code >>> 6] >>> code & 1) != 0;
  }

  private static int pair(char first, char second) {
    return (first * FIRST + second) * SECOND;
  }
}

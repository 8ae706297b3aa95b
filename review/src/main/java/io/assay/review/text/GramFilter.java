package io.assay.review.text;

import java.util.BitSet;

/**
 * Tells for most positions of a row of symbols, without a look at the automaton, that no term
 * begins there. A positive answer may be wrong, a negative never is.
 *
 * <p>The first stage knows for each pair of symbols at which offsets in a term's first four symbols
 * it stands, and follows chains of pairs; the second knows the first two, three or four symbols of
 * each term as a whole.
 */
final class GramFilter {

  /** The most symbols that an answer looks at. */
  static final int REACH = 4;

  private static final int PAIR_MIX = 0x9E3779B1;
  private static final int SECOND = 0x85EBCA6B;
  private static final int THIRD = 0xC2B2AE35;
  private static final int FOURTH = 0x27D4EB2F;

  /** Chains of three pairs (bits 0 to 2), of two (bits 3 and 4) and of one (bit 5). */
  private static final int BEGIN = 0b101001;

  private static final int LONG = 0b000100;
  private static final int MIDDLE = 0b010000;
  private static final int SHORT = 0b100000;
  private static final int ACCEPT = LONG | MIDDLE | SHORT;

  private final byte[] pairs;
  private final long[] grams;
  private final int shift;
  private final long[] singles;
  private final boolean anySingle;

  GramFilter(char[] symbols, int[] starts) {
    int log = 32 - Integer.numberOfLeadingZeros(Math.max(1, starts.length));
    this.pairs = new byte[1 << Math.max(12, Math.min(log + 3, 20))];
    this.shift = 32 - Math.max(12, Math.min(log + 4, 25));
    this.grams = new long[1 << (32 - shift - 6)];
    BitSet alone = new BitSet(1 << 16);
    for (int i = 0; i + 1 < starts.length; i++) {
      add(symbols, starts[i], starts[i + 1] - starts[i], alone);
    }
    this.anySingle = !alone.isEmpty();
    this.singles = java.util.Arrays.copyOf(alone.toLongArray(), 1 << 10);
  }

  private void add(char[] symbols, int from, int length, BitSet alone) {
    if (length == 1) {
      alone.set(symbols[from]);
      return;
    }
    int chain = Math.min(length, REACH) - 1;
    int bit = chain == 3 ? 0 : chain == 2 ? 3 : 5;
    for (int i = 0; i < chain; i++) {
      pairs[pair(symbols[from + i], symbols[from + i + 1]) & (pairs.length - 1)] |=
          (byte) (1 << (bit + i));
    }
    int gram = gram(symbols, from, chain + 1) >>> shift;
    grams[gram >>> 6] |= 1L << gram;
  }

  /**
   * The first position at or after {@code from} where a term may begin, or the first position whose
   * grams are not all there, whichever comes first.
   */
  int next(View view, int from, int size) {
    return anySingle ? nextWithSingles(view, from, size) : nextOfPairs(view, from, size);
  }

  private int nextOfPairs(View view, int from, int size) {
    char[] symbols = view.symbols();
    byte[] table = pairs;
    int end = size - 1;
    int state = 0;
    int mixed = from < size ? symbols[from] * PAIR_MIX : 0;
    for (int i = from; i < end; i++) {
      char second = symbols[i + 1];
      state = ((state << 1) | BEGIN) & table[(mixed ^ second) & (table.length - 1)];
      mixed = second * PAIR_MIX;
      if ((state & ACCEPT) != 0) {
        int start = confirmed(view, i, state);
        if (start >= 0) {
          return start;
        }
      }
    }
    return Math.max(from, size - REACH + 1);
  }

  private int nextWithSingles(View view, int from, int size) {
    char[] symbols = view.symbols();
    int end = size - 1;
    int state = 0;
    int held = -1;
    for (int i = from; i < end; i++) {
      if (held < 0 && single(symbols[i]) && !view.insideWord(i)) {
        held = i;
      }
      int pair = pair(symbols[i], symbols[i + 1]);
      state = ((state << 1) | BEGIN) & pairs[pair & (pairs.length - 1)];
      int start = (state & ACCEPT) == 0 ? -1 : confirmed(view, i, state);
      if (start >= 0 || (held >= 0 && i - held >= 2)) {
        return start >= 0 && held >= 0 ? Math.min(start, held) : Math.max(start, held);
      }
    }
    int open = Math.max(from, size - REACH + 1);
    return held >= 0 ? Math.min(held, open) : open;
  }

  /** The earliest start that the second stage lets through, or -1. */
  private int confirmed(View view, int last, int state) {
    if ((state & LONG) != 0 && known(view, last - 2, 4)) {
      return last - 2;
    }
    if ((state & MIDDLE) != 0 && known(view, last - 1, 3)) {
      return last - 1;
    }
    return (state & SHORT) != 0 && known(view, last, 2) ? last : -1;
  }

  private boolean known(View view, int from, int length) {
    if (view.insideWord(from)) {
      return false;
    }
    int gram = gram(view.symbols(), from, length) >>> shift;
    return (grams[gram >>> 6] >>> gram & 1) != 0;
  }

  private boolean single(char symbol) {
    return (singles[symbol >>> 6] >>> symbol & 1) != 0;
  }

  private static int pair(char first, char second) {
    return (first * PAIR_MIX) ^ second;
  }

  private static int gram(char[] symbols, int from, int length) {
    int hash = (symbols[from] * PAIR_MIX + symbols[from + 1]) * SECOND;
    if (length > 2) {
      hash = (hash + symbols[from + 2]) * THIRD;
    }
    return length > 3 ? (hash + symbols[from + 3]) * FOURTH : hash;
  }
}

package io.assay.review.text;

/**
 * Tells for most positions of a row of symbols, without a look at the automaton, that no term
 * begins there. A positive answer may be wrong, a negative never is.
 *
 * <p>The first stage knows for each pair of symbols at which offsets in a term's first four symbols
 * it stands, and follows chains of pairs from right to left, so that it ends where a term may
 * begin. The second looks at the first four symbols together, the third at up to eight; each sees
 * what the one before let pass. No stage has a branch that depends on the text.
 */
final class GramFilter {

  /** The most symbols that an answer looks at. */
  static final int REACH = WindowSet.LONGEST;

  /** The most positions that are asked about at once. */
  static final int STRIDE = 1 << 10;

  private static final int MIX = 0x9E3779B1;
  private static final int CHAIN = 3;

  /** Chains of three pairs (bits 0 to 2), of two (bits 3 and 4) and of one (bit 5). */
  private static final int LAST = 0b110100;

  private static final int FIRST = 0b101001;

  /** Where a term of fewer than four symbols may begin; bit 6 is for terms of one. */
  private static final int BRIEF = 0b1101000;

  private static final int MARKS = 7;

  private final byte[] pairs;
  private final FourSet fours;
  private final WindowSet windows;
  private final long[] singles = new long[1 << 10];
  private boolean anySingle;

  GramFilter(char[] symbols, int[] starts) {
    int count = starts.length - 1;
    int log = 32 - Integer.numberOfLeadingZeros(Math.max(1, count));
    this.pairs = new byte[1 << Math.max(12, Math.min(log + 3, 20))];
    this.fours = new FourSet(symbols, starts);
    this.windows = new WindowSet(symbols, starts);
    for (int i = 0; i < count; i++) {
      add(symbols, starts[i], starts[i + 1] - starts[i]);
    }
  }

  private void add(char[] symbols, int from, int length) {
    if (length == 1) {
      singles[symbols[from] >>> 6] |= 1L << symbols[from];
      anySingle = true;
      return;
    }
    int chain = Math.min(length - 1, CHAIN);
    int bit = chain == 3 ? 0 : chain == 2 ? 3 : 5;
    for (int i = 0; i < chain; i++) {
      int pair = symbols[from + i] * MIX ^ symbols[from + i + 1];
      pairs[pair & (pairs.length - 1)] |= (byte) (1 << (bit + i));
    }
  }

  /**
   * Writes the positions from one to before another, {@link #STRIDE} at most, at which a term may
   * begin, in order, and gives their number. {@link #REACH} symbols must stand at each position.
   */
  int starts(View view, int from, int to, int[] room, int[] into) {
    char[] symbols = view.symbols();
    int passed = anySingle ? orSingle(symbols, from, to, room) : pass(symbols, from, to, room);
    int met = meet(symbols, from, room, passed, into);
    int kept = 0;
    for (int i = 0; i < met; i++) {
      int at = into[i];
      into[kept] = at;
      kept += view.insideWord(at) ? 0 : windows.mayHold(symbols, at) | single(symbols[at]);
    }
    return kept;
  }

  /** Writes where a chain ends, the last first, each with its marks. */
  private int pass(char[] symbols, int from, int to, int[] into) {
    byte[] table = pairs;
    int n = 0;
    int state = beyond(symbols, to);
    char second = symbols[to];
    for (int i = to - 1; i >= from; i--) {
      char first = symbols[i];
      state = (state >>> 1 | LAST) & table[(first * MIX ^ second) & (table.length - 1)];
      second = first;
      into[n] = (i - from) << MARKS | state;
      n += -(state & FIRST) >>> 31;
    }
    return n;
  }

  private int orSingle(char[] symbols, int from, int to, int[] into) {
    byte[] table = pairs;
    int n = 0;
    int state = beyond(symbols, to);
    for (int i = to - 1; i >= from; i--) {
      state =
          (state >>> 1 | LAST) & table[(symbols[i] * MIX ^ symbols[i + 1]) & (table.length - 1)];
      int marks = state | single(symbols[i]) << 6;
      into[n] = (i - from) << MARKS | marks;
      n += -(marks & (FIRST | BRIEF)) >>> 31;
    }
    return n;
  }

  private int beyond(char[] symbols, int to) {
    int state = 0;
    for (int i = to + CHAIN - 2; i >= to; i--) {
      int pair = symbols[i] * MIX ^ symbols[i + 1];
      state = (state >>> 1 | LAST) & pairs[pair & (pairs.length - 1)];
    }
    return state;
  }

  /** Keeps, the first first, where a short term or the four symbols of a longer may stand. */
  private int meet(char[] symbols, int from, int[] marked, int count, int[] into) {
    int n = 0;
    for (int i = count - 1; i >= 0; i--) {
      int at = from + (marked[i] >>> MARKS);
      into[n] = at;
      n += fours.mayHold(symbols, at) | -(marked[i] & BRIEF) >>> 31;
    }
    return n;
  }

  private int single(char symbol) {
    return (int) (singles[symbol >>> 6] >>> symbol) & 1;
  }
}

package io.assay.review.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells for most positions of a row of symbols, without a look at the automaton, that no term
 * begins there. A positive answer may be wrong, a negative never is.
 *
 * <p>The first stage knows for each pair of symbols at which offsets in a term's first four symbols
 * it stands, and asks for eight positions at once whether pairs follow each other as in a term. The
 * second looks at the first four symbols together, or at two or three where a term may be so short;
 * the third at up to eight. Each sees what the one before let pass. No stage has a branch that
 * depends on a single position.
 */
final class GramFilter {

  /** The most symbols that an answer looks at. */
  static final int REACH = WindowSet.LONGEST;

  /** The most positions that are asked about at once. */
  static final int STRIDE = 1 << 10;

  /** How many marks more than positions there is room for. */
  static final int SLACK = 2 * Long.BYTES;

  private static final int MIX = 0x9E3779B1;

  /** Marks of a pair: its offset in a chain of three pairs, of two, of one; bit 6 is for none. */
  private static final int THREE = 0;

  private static final int TWO = 3;
  private static final int ONE = 5;
  private static final int NONE = 6;

  private static final long LOW = 0x0101010101010101L;
  private static final long GATHER = 0x0102040810204080L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] pairs;
  private final FourSet fours;
  private final BriefSet briefs;
  private final WindowSet windows;
  private final long[] singles = new long[1 << 10];
  private boolean anySingle;

  GramFilter(char[] symbols, int[] starts) {
    int count = starts.length - 1;
    int log = 32 - Integer.numberOfLeadingZeros(Math.max(1, count));
    this.pairs = new byte[1 << Math.max(12, Math.min(log + 3, 20))];
    this.fours = new FourSet(symbols, starts);
    this.briefs = new BriefSet(symbols, starts);
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
    int chain = Math.min(length - 1, 3);
    int bit = chain == 3 ? THREE : chain == 2 ? TWO : ONE;
    for (int i = 0; i < chain; i++) {
      int pair = symbols[from + i] * MIX ^ symbols[from + i + 1];
      pairs[pair & (pairs.length - 1)] |= (byte) (1 << (bit + i));
    }
  }

  /**
   * Writes the positions from one to before another, {@link #STRIDE} at most, at which a term may
   * begin, in order, and gives their number. {@link #REACH} symbols must stand at each position.
   *
   * @param marks room for {@link #SLACK} more than there are positions
   */
  int starts(View view, int from, int to, byte[] marks, int[] into) {
    char[] symbols = view.symbols();
    mark(symbols, from, to + 2, marks);
    int met = meet(symbols, from, marks, into, follow(marks, to - from, into));
    int kept = 0;
    for (int i = 0; i < met; i++) {
      int at = from + (into[i] >>> 1);
      int brief = into[i] & 1;
      into[kept] = at;
      kept += view.insideWord(at) ? 0 : windows.mayHold(symbols, at) | brief;
    }
    return kept;
  }

  private void mark(char[] symbols, int from, int to, byte[] marks) {
    byte[] table = pairs;
    int count = to - from;
    for (int i = 0; i < count; i++) {
      int pair = symbols[from + i] * MIX ^ symbols[from + i + 1];
      marks[i] = table[pair & (table.length - 1)];
    }
    for (int i = 0; anySingle && i < count; i++) {
      marks[i] |= (byte) (single(symbols[from + i]) << NONE);
    }
  }

  /** Writes at which of the marked positions a chain begins. */
  private static int follow(byte[] marks, int count, int[] into) {
    int n = 0;
    for (int from = 0; from < count; from += Long.SIZE) {
      int some = Math.min(count - from, Long.SIZE);
      long begins = 0;
      for (int i = 0; i < some; i += Long.BYTES) {
        begins |= begins(marks, from + i) << i;
      }
      begins &= -1L >>> -some;
      while (begins != 0) {
        into[n++] = from + Long.numberOfTrailingZeros(begins);
        begins &= begins - 1;
      }
    }
    return n;
  }

  /** A bit for each of eight positions. */
  private static long begins(byte[] marks, int at) {
    long first = (long) EIGHT.get(marks, at);
    long second = (long) EIGHT.get(marks, at + 1);
    long third = (long) EIGHT.get(marks, at + 2);
    long three = first & second >>> 1 & third >>> 2;
    long two = first >>> TWO & second >>> (TWO + 1);
    long any = (three | two | first >>> ONE | first >>> NONE) & LOW;
    return (any * GATHER) >>> 56;
  }

  /**
   * Keeps where a short term or the four symbols of a longer may stand; the last bit tells which.
   */
  private int meet(char[] symbols, int from, byte[] marks, int[] into, int count) {
    int n = 0;
    for (int i = 0; i < count; i++) {
      int index = into[i];
      int at = from + index;
      int mark = marks[index];
      int chain = mark >>> TWO & marks[index + 1] >>> (TWO + 1);
      int brief = (chain | mark >>> ONE) & briefs.mayHold(symbols, at);
      brief |= mark >>> NONE & 1;
      into[n] = index << 1 | brief;
      n += fours.mayHold(symbols, at) | brief;
    }
    return n;
  }

  private int single(char symbol) {
    return (int) (singles[symbol >>> 6] >>> symbol) & 1;
  }
}

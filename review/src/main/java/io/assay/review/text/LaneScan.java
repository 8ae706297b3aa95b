package io.assay.review.text;

import java.util.Arrays;

/**
 * A lane's walk along one stream. Not safe for use by more than one thread.
 *
 * <p>What it reports, and what it calls live, depends on the text so far and not on how the text
 * was cut: the filter only skips symbols with which no term begins.
 */
final class LaneScan {

  /** Takes what a lane has found in the symbols, before it is checked on the text. */
  interface Sink {
    void candidate(Lens lens, Term term, int first, int last);
  }

  private final Lane lane;
  private final PatternTree tree;
  private final boolean collapse;
  private char[] codes = new char[64];
  private int[] places = new int[64];
  private int size;
  private int at;
  private int reported;
  private int state;
  private char last = Lens.BREAK;
  private long steps;

  LaneScan(Lane lane) {
    this.lane = lane;
    this.tree = lane.tree();
    this.collapse = lane.lens().collapses();
  }

  /** Takes the text from one index to another, which must not part a surrogate pair. */
  void advance(Window text, int from, int to, Sink sink) {
    reserve(to - from);
    int i = from;
    while (i < to) {
      i = narrow(text, i, to);
      if (i < to) {
        i = wide(text, i, to);
      }
    }
    scan(sink);
    forget();
  }

  /** The index at which the earliest match that may still be completed begins, or the given end. */
  int liveFrom(Window text, int end) {
    for (int live = state; live != 0; live = tree.fail(live)) {
      int place = places[size - tree.depth(live)];
      if (Boundary.mayBegin(text, place)) {
        return place;
      }
    }
    return end;
  }

  /** How many moves of the filter and of the automaton were made: the measure of the work. */
  long steps() {
    return steps;
  }

  @SuppressWarnings("ShortCircuitBoolean")
  private int narrow(Window text, int from, int to) {
    char[] raw = text.array();
    int base = text.start();
    char[] table = lane.table();
    char[] out = codes;
    int[] where = places;
    int n = size;
    char before = last;
    boolean collapsing = collapse;
    int i = from;
    for (; i < to; i++) {
      char code = table[raw[i - base]];
      if (code == Lens.WIDE) {
        break;
      }
      out[n] = code;
      where[n] = i;
      boolean kept = code != Lens.SKIP & (code != before | !collapsing);
      n += kept ? 1 : 0;
      before = code != Lens.SKIP ? code : before;
    }
    size = n;
    last = before;
    return i;
  }

  private int wide(Window text, int index, int to) {
    int codePoint = text.codePointAt(index);
    String symbols = lane.lens().symbols(codePoint);
    reserve(symbols.length() + to - index);
    for (int i = 0; i < symbols.length(); i++) {
      char code = symbols.charAt(i) == Lens.BREAK ? Lens.BREAK : lane.code(symbols.charAt(i));
      if (code != last || !collapse) {
        codes[size] = code;
        places[size++] = index;
      }
      last = code;
    }
    return index + Character.charCount(codePoint);
  }

  private void scan(Sink sink) {
    GramFilter filter = lane.filter();
    while (at < size) {
      if (tree.shallow(state)) {
        int resume = state == 0 ? at : at - 1;
        at = filter.next(codes, resume, size);
        steps += at - resume + 1;
        state = 0;
      }
      int least = Math.min(at + 2, size);
      while (at < size && (at < least || !tree.shallow(state))) {
        state = tree.next(state, codes[at]);
        if (at >= reported) {
          report(sink);
          reported = at + 1;
        }
        at++;
        steps++;
      }
    }
  }

  private void report(Sink sink) {
    for (int end = tree.reporting(state); end != 0; end = tree.reporting(tree.fail(end))) {
      int first = places[at - tree.depth(end) + 1];
      for (int position = tree.firstTerm(end); ; position++) {
        steps++;
        sink.candidate(lane.lens(), lane.term(tree.term(position)), first, places[at]);
        if (tree.lastTerm(position)) {
          break;
        }
      }
    }
  }

  private void forget() {
    int kept = Math.max(1, tree.depth(state));
    int gone = size - kept;
    if (gone > 0) {
      System.arraycopy(codes, gone, codes, 0, kept);
      System.arraycopy(places, gone, places, 0, kept);
      size -= gone;
      at -= gone;
      reported -= gone;
    }
  }

  private void reserve(int more) {
    if (size + more >= codes.length) {
      codes = Arrays.copyOf(codes, size + more + codes.length);
      places = Arrays.copyOf(places, codes.length);
    }
  }
}

package io.assay.review.text;

/**
 * A lane's walk along one view. Not safe for use by more than one thread.
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
  private final View view;
  private final Scratch room;
  private int[] starts = {};
  private int known;
  private int next;
  private int filtered;
  private int at;
  private int reported;
  private int state;
  private long steps;

  LaneScan(Lane lane, View view, Scratch room) {
    this.lane = lane;
    this.room = room;
    this.tree = lane.tree();
    this.view = view;
  }

  View view() {
    return view;
  }

  /** Walks to the end of the view. */
  void advance(Sink sink) {
    char[] symbols = view.symbols();
    int offset = view.offset();
    int end = view.end();
    while (at < end) {
      if (tree.shallow(state)) {
        skip(offset, state == 0 ? at : at - 1, end);
        state = 0;
      }
      walk(symbols, offset, end, sink);
    }
    known = 0;
    filtered = 0;
  }

  /** Goes to the next position at which a term may begin, or for which more symbols are needed. */
  private void skip(int offset, int from, int end) {
    int open = end - GramFilter.REACH + 1;
    while (true) {
      while (next < known && starts[next] + offset < from) {
        next++;
      }
      if (next < known) {
        at = starts[next] + offset;
        return;
      }
      int begin = Math.max(from, filtered);
      if (begin >= open) {
        at = begin;
        return;
      }
      filtered = Math.min(begin + GramFilter.STRIDE, open);
      byte[] marks = room.marks(filtered - begin);
      starts = room.starts(filtered - begin);
      known = lane.filter().starts(view, begin - offset, filtered - offset, marks, starts);
      next = 0;
      steps += filtered - begin;
    }
  }

  /** The number of the first symbol that a match in progress holds, or the view's end. */
  int heldFrom() {
    return state == 0 ? at : at - tree.depth(state);
  }

  /** The index at which the earliest match that may still be completed begins, or the given end. */
  int liveFrom(Window text, int end) {
    for (int live = state; live != 0; live = tree.fail(live)) {
      int place = view.place(at - tree.depth(live));
      if (lane.lens() == Lens.CASELESS || Boundary.mayBegin(text, place)) {
        return place;
      }
    }
    return end;
  }

  /** How many moves of the filter and of the automaton were made: the measure of the work. */
  long steps() {
    return steps;
  }

  private void walk(char[] symbols, int offset, int end, Sink sink) {
    int least = Math.min(at + 2, end);
    int now = state;
    int i = at;
    while (i < end && (i < least || !tree.shallow(now))) {
      now = tree.next(now, lane.code(symbols[i - offset]));
      if (i >= reported) {
        if (tree.ending(now) != 0) {
          report(tree.ending(now), i, sink);
        }
        reported = i + 1;
      }
      i++;
    }
    steps += i - at;
    at = i;
    state = now;
  }

  private void report(int longest, int last, Sink sink) {
    Endings endings = tree.endings();
    for (int ending = longest; ending != 0; ending = endings.next(ending)) {
      int first = view.place(last - endings.depth(ending) + 1);
      int after = endings.afterTerms(ending);
      for (int position = endings.firstTerm(ending); position < after; position++) {
        steps++;
        sink.candidate(lane.lens(), lane.term(position), first, view.place(last));
      }
    }
  }
}

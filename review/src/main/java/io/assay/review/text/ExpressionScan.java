package io.assay.review.text;

import io.assay.review.regex.LinearExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The search of one stream for the expressions of a segment. Not safe for use by more than one
 * thread.
 *
 * <p>An expression runs only over stretches of text. A literal opens a stretch around itself;
 * stretches that overlap are one. An expression without a literal runs over cells of a fixed grid.
 * Neither depends on how the text was cut.
 */
final class ExpressionScan {

  /** Takes the matches. */
  interface Sink {
    void match(Expressions.Entry entry, int start, int end, Window text);
  }

  private static final int CELL = 64;
  private static final int LONGEST_STRETCH = 8 * LinearExpression.LONGEST_MATCH;

  private record Stretch(int index, int from, int before, int to) {}

  private final Expressions expressions;
  private final Sink sink;
  private final Map<Integer, Stretch> open = new HashMap<>();
  private final List<Stretch> closed = new ArrayList<>();
  private final Window text;
  private final View view;
  private final LaneScan literals;
  private final int[] cells;
  private final int reach;

  ExpressionScan(Expressions expressions, Window text, Sink sink) {
    Scratch room = Scratch.fresh();
    this.expressions = expressions;
    this.sink = sink;
    this.text = text;
    this.view = new View(Lens.CASELESS, text, room);
    this.literals = new LaneScan(expressions.literals(), view, room);
    this.reach = expressions.reach();
    this.cells = new int[expressions.unwoken().length];
  }

  /** Takes the text from one index to another. */
  void advance(int from, int to) {
    view.advance(from, to);
    literals.advance((lens, term, first, last) -> wake(term.part(), first));
    view.forgetBefore(literals.heldFrom());
    run(to);
  }

  private void wake(int index, int literal) {
    LinearExpression expression = expressions.entry(index).expression();
    int from = Math.max(0, literal - expression.lead());
    int to = literal + expression.longest();
    Stretch known = open.get(index);
    if (known != null && from < known.to && to - known.from <= LONGEST_STRETCH) {
      open.put(index, new Stretch(index, known.from, to, to));
      return;
    }
    if (known != null) {
      closed.add(known);
    }
    open.put(index, new Stretch(index, from, to, to));
  }

  /** Runs the expressions over the stretches for which the text suffices. */
  private void run(int scanned) {
    boolean complete = text.complete();
    for (Iterator<Stretch> each = open.values().iterator(); each.hasNext(); ) {
      Stretch stretch = each.next();
      if (complete || scanned > stretch.to + expressions.slack()) {
        each.remove();
        find(stretch);
      }
    }
    for (Iterator<Stretch> each = closed.iterator(); each.hasNext(); ) {
      Stretch stretch = each.next();
      if (complete || scanned > stretch.to + reach) {
        each.remove();
        find(stretch);
      }
    }
    for (int i = 0; i < cells.length; i++) {
      runCells(i, scanned);
    }
  }

  /** The index before which no match can begin any more; the text is known up to the given end. */
  int settled(int end) {
    int settled = Math.max(0, literals.liveFrom(end) - expressions.lead());
    for (Stretch stretch : open.values()) {
      settled = Math.min(settled, stretch.from);
    }
    for (Stretch stretch : closed) {
      settled = Math.min(settled, stretch.from);
    }
    for (int cell : cells) {
      settled = Math.min(settled, cell);
    }
    return settled;
  }

  private void runCells(int i, int scanned) {
    int index = expressions.unwoken()[i];
    int longest = expressions.entry(index).expression().longest();
    int cell = Math.max(CELL, longest);
    while (cells[i] < scanned && (text.complete() || scanned > cells[i] + cell + longest + reach)) {
      int before = Math.min(scanned, cells[i] + cell);
      find(new Stretch(index, cells[i], before, Math.min(scanned, before + longest)));
      cells[i] = before;
    }
  }

  private void find(Stretch stretch) {
    int start = Math.max(text.start(), stretch.from - 1);
    int end = Math.min(text.end(), stretch.to + 1);
    int to = Math.min(stretch.to, end);
    Expressions.Entry entry = expressions.entry(stretch.index);
    entry
        .expression()
        .find(
            text.text(start, end),
            stretch.from - start,
            stretch.before - start,
            to - start,
            (first, last) -> sink.match(entry, first + start, last + start, text));
  }
}

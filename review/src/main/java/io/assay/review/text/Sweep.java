package io.assay.review.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Predicate;

/** The search of one text, as it arrives, for the terms of an engine. Not safe for many threads. */
final class Sweep implements LaneScan.Sink {

  /** Takes the hits. */
  interface Sink {
    void hit(Term term, Outcome.Hit hit, Window text);
  }

  private final Window text;
  private final EnumMap<Lens, View> views = new EnumMap<>(Lens.class);
  private final List<LaneScan> scans = new ArrayList<>();
  private final List<ExpressionScan> expressions = new ArrayList<>();
  private final List<Candidate> undecided = new ArrayList<>();
  private final Predicate<Term> wanted;
  private final Sink sink;
  private final int reach;
  private int scanned;

  Sweep(
      Engine engine, Scratch room, Predicate<Term> wanted, Sink sink, ExpressionScan.Sink matches) {
    this.text = new Window(room.text());
    this.wanted = wanted;
    this.sink = sink;
    int farthest = 0;
    for (Segment segment : engine.segments()) {
      segment.lanes().forEach(lane -> watch(lane, room));
      if (!segment.expressions().isEmpty()) {
        expressions.add(new ExpressionScan(segment.expressions(), matches));
      }
      farthest = Math.max(farthest, segment.reach());
    }
    this.reach = Window.CONTEXT + farthest;
  }

  private void watch(Lane lane, Scratch room) {
    View view = views.computeIfAbsent(lane.lens(), lens -> new View(lens, room));
    scans.add(new LaneScan(lane, view, room));
  }

  /**
   * Takes more text.
   *
   * @param last whether none will follow
   */
  void append(String more, int from, int to, boolean last) {
    text.append(more, from, to);
    if (last) {
      text.completeNow();
    }
    search();
  }

  /** Leaves the rows to another review; this search is not used any more. */
  void leave(Scratch room) {
    room.keepText(text.array());
    views.values().forEach(view -> view.leave(room));
  }

  Window text() {
    return text;
  }

  /** The index up to which the text was searched. */
  int scanned() {
    return scanned;
  }

  /** The index before which no hit can begin any more. */
  int settled() {
    int settled = scanned;
    for (LaneScan scan : scans) {
      settled = Math.min(settled, scan.liveFrom(text, scanned));
    }
    for (ExpressionScan scan : expressions) {
      settled = Math.min(settled, scan.settled(text, scanned));
    }
    for (Candidate candidate : undecided) {
      settled = Math.min(settled, candidate.first());
    }
    return text.complete() ? scanned : settled;
  }

  /** Forgets the text that lies before an index and that no check needs any more. */
  void forgetBefore(int index) {
    text.forgetBefore(Math.min(index, settled()) - reach);
  }

  /** How many moves were made: the measure of the work. */
  long steps() {
    return scans.stream().mapToLong(LaneScan::steps).sum();
  }

  @Override
  public void candidate(Lens lens, Term term, int first, int last) {
    if (Boundary.mayBegin(text, first) && wanted.test(term)) {
      undecided.add(new Candidate(lens, term, first, last));
    }
  }

  private void search() {
    int to = text.end();
    if (!text.complete() && to > scanned && Character.isHighSurrogate(text.at(to - 1))) {
      to--;
    }
    for (View view : views.values()) {
      view.advance(text, scanned, to);
    }
    for (LaneScan scan : scans) {
      scan.advance(this);
    }
    for (ExpressionScan scan : expressions) {
      scan.advance(text, scanned, to);
    }
    scanned = to;
    decide();
    for (View view : views.values()) {
      int held = view.end();
      for (LaneScan scan : scans) {
        held = scan.view() == view ? Math.min(held, scan.heldFrom()) : held;
      }
      view.forgetBefore(held);
    }
  }

  private void decide() {
    int kept = 0;
    for (int i = 0; i < undecided.size(); i++) {
      Candidate candidate = undecided.get(i);
      switch (candidate.outcome(text)) {
        case Outcome.Waiting waiting -> undecided.set(kept++, candidate);
        case Outcome.Refused refused -> {}
        case Outcome.Hit hit -> sink.hit(candidate.term(), hit, text);
      }
    }
    undecided.subList(kept, undecided.size()).clear();
  }
}

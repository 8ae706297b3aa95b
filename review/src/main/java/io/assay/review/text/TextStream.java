package io.assay.review.text;

import io.assay.review.Characteristic.Combination;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;

/** The review of one stream. Not safe for use by more than one thread. */
final class TextStream implements LaneScan.Sink {

  private static final int BLOCK = 1 << 12;

  private final Engine engine;
  private final Context context;
  private final Instant now;
  private final Window text = new Window();
  private final EnumMap<Lens, View> views = new EnumMap<>(Lens.class);
  private final List<LaneScan> scans = new ArrayList<>();
  private final List<Candidate> undecided = new ArrayList<>();
  private final Spots spots = new Spots();
  private final Combinations combinations = new Combinations();
  private final int reach;
  private int scanned;
  private int released;
  private boolean stopped;
  private boolean finished;

  TextStream(Engine engine, Context context, Instant now) {
    this.engine = engine;
    this.context = context;
    this.now = now;
    int farthest = 0;
    for (Segment segment : engine.segments()) {
      segment.lanes().forEach(this::watch);
      farthest = Math.max(farthest, segment.reach());
    }
    this.reach = Window.CONTEXT + farthest;
  }

  /** Takes more text. */
  void append(String delta) {
    if (finished) {
      throw new IllegalStateException("the stream has ended; open another review");
    }
    for (int from = 0; from < delta.length(); from += BLOCK) {
      text.append(delta, from, Math.min(from + BLOCK, delta.length()));
      read();
    }
  }

  /** Ends the stream. */
  void finish() {
    if (!finished) {
      finished = true;
      text.completeNow();
      read();
    }
  }

  boolean finished() {
    return finished;
  }

  /** Whether something was found for which nothing more may leave. */
  boolean stopped() {
    return stopped;
  }

  long length() {
    return text.end();
  }

  long scanned() {
    return scanned;
  }

  Spots spots() {
    return spots;
  }

  /** The text that may leave and has not left. */
  String release() {
    int to = settled();
    String free = text.text(released, Math.max(released, to));
    released += free.length();
    return free;
  }

  @Override
  public void candidate(Lens lens, Term term, int first, int last) {
    if (Boundary.mayBegin(text, first) && engine.applies(term.feature(), context, now)) {
      undecided.add(new Candidate(lens, term, first, last));
    }
  }

  long steps() {
    return scans.stream().mapToLong(LaneScan::steps).sum();
  }

  private void watch(Lane lane) {
    View view = views.computeIfAbsent(lane.lens(), View::new);
    scans.add(new LaneScan(lane, view));
  }

  private void read() {
    int to = text.end();
    if (!finished && to > scanned && Character.isHighSurrogate(text.at(to - 1))) {
      to--;
    }
    for (View view : views.values()) {
      view.advance(text, scanned, to);
    }
    for (LaneScan scan : scans) {
      scan.advance(this);
    }
    scanned = to;
    decide();
    int settled = settledByLanes();
    combinations.settle(finished ? Integer.MAX_VALUE : settled, spots, this::found);
    forget();
    text.forgetBefore(Math.min(stopped ? settled : released, settled) - reach);
  }

  private void forget() {
    for (View view : views.values()) {
      int held = view.end();
      for (LaneScan scan : scans) {
        held = scan.view() == view ? Math.min(held, scan.heldFrom()) : held;
      }
      view.forgetBefore(held);
    }
  }

  private void decide() {
    for (Iterator<Candidate> each = undecided.iterator(); each.hasNext(); ) {
      Candidate candidate = each.next();
      switch (candidate.outcome(text)) {
        case Outcome.Waiting waiting -> {}
        case Outcome.Refused refused -> each.remove();
        case Outcome.Hit hit -> {
          each.remove();
          hit(candidate.term(), hit);
        }
      }
    }
  }

  private void hit(Term term, Outcome.Hit hit) {
    Feature feature = term.feature();
    String seen = text.text(hit.start(), hit.end());
    Spot spot = new Spot(hit.start(), hit.end(), hit.layers(), hit.survives(), seen);
    if (feature.characteristic() instanceof Combination) {
      combinations.add(feature, term.part(), spot);
    } else {
      spots.add(feature, spot);
      found(feature);
    }
  }

  private void found(Feature feature) {
    stopped |=
        feature.rule().mode() == Mode.LIVE
            && feature.rule().disposition().effect().compareTo(Effect.HOLD) >= 0;
  }

  private int settledByLanes() {
    int settled = scanned;
    for (LaneScan scan : scans) {
      settled = Math.min(settled, scan.liveFrom(text, scanned));
    }
    for (Candidate candidate : undecided) {
      settled = Math.min(settled, candidate.first());
    }
    return settled;
  }

  private int settled() {
    return finished ? scanned : Math.min(settledByLanes(), combinations.openFrom(scanned));
  }
}

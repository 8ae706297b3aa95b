package io.assay.review.text;

import static io.assay.review.text.Masks.has;

import io.assay.review.Characteristic.Combination;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Layer;
import io.assay.review.Mode;
import java.time.Instant;

/**
 * The review of one stream: of its text as it stands and, where a feature asks for it, of its text
 * without its encodings. Not safe for use by more than one thread.
 */
final class TextStream {

  private static final int BLOCK = 1 << 12;

  private final Sweep open;
  private final Sweep wrapped;
  private final boolean unwraps;
  private final Unwrapped unwrapped = new Unwrapped();
  private final Spots spots = new Spots();
  private final Combinations combinations = new Combinations();
  private int released;
  private boolean stopped;
  private boolean finished;

  TextStream(Engine engine, Context context, Instant now) {
    this.open = new Sweep(engine, term -> engine.applies(term.feature(), context, now), this::hit);
    this.unwraps = engine.unwraps();
    this.wrapped =
        new Sweep(
            engine,
            term ->
                (term.allowed() & has(Layer.ENCODED)) != 0
                    && engine.applies(term.feature(), context, now),
            this::hitInside);
  }

  /** Takes more text. */
  void append(String delta) {
    if (finished) {
      throw new IllegalStateException("the stream has ended; open another review");
    }
    for (int from = 0; from < delta.length(); from += BLOCK) {
      int before = open.scanned();
      open.append(delta, from, Math.min(from + BLOCK, delta.length()));
      unwrap(before);
      settle();
    }
  }

  /** Ends the stream. */
  void finish() {
    if (!finished) {
      finished = true;
      int before = open.scanned();
      open.finish();
      unwrap(before);
      settle();
    }
  }

  boolean finished() {
    return finished;
  }

  /** Whether something was found for which nothing more may leave. */
  boolean stopped() {
    return stopped;
  }

  /** The characters that were reviewed. */
  long scanned() {
    return open.scanned();
  }

  Spots spots() {
    return spots;
  }

  /** How many moves were made: the measure of the work. */
  long steps() {
    return open.steps() + wrapped.steps();
  }

  /** The text that may leave and has not left. */
  String release() {
    int to = finished ? open.scanned() : Math.min(settled(), combinations.openFrom(open.scanned()));
    String free = open.text().text(released, Math.max(released, to));
    released += free.length();
    return free;
  }

  private void unwrap(int before) {
    if (unwraps) {
      String more = unwrapped.take(open.text(), before, open.scanned());
      wrapped.append(more, 0, more.length());
      if (finished) {
        more = unwrapped.finish();
        wrapped.append(more, 0, more.length());
        wrapped.finish();
      }
    }
  }

  private void settle() {
    int settled = finished ? Integer.MAX_VALUE : settled();
    combinations.settle(settled, spots, this::found);
    int needed = Math.min(stopped ? open.scanned() : released, settled());
    if (unwraps) {
      wrapped.forgetBefore(wrapped.settled());
      unwrapped.forgetBefore(wrapped.settled());
    }
    open.forgetBefore(needed);
  }

  private int settled() {
    int settled = open.settled();
    return unwraps
        ? Math.min(settled, unwrapped.originalOf(wrapped.settled(), open.scanned()))
        : settled;
  }

  private void hitInside(Term term, Outcome.Hit hit, Window text) {
    if (unwrapped.original(hit) instanceof Outcome.Hit original) {
      String seen = text.text(hit.start(), hit.end());
      add(term, original, hit.layers() | has(Layer.ENCODED), seen);
    }
  }

  private void hit(Term term, Outcome.Hit hit, Window text) {
    add(term, hit, hit.layers(), text.text(hit.start(), hit.end()));
  }

  private void add(Term term, Outcome.Hit hit, int layers, String seen) {
    Feature feature = term.feature();
    Spot spot = new Spot(hit.start(), hit.end(), layers, hit.survives(), seen);
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
}

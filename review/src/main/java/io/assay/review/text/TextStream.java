package io.assay.review.text;

import io.assay.review.Characteristic.Combination;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The review of one stream: of its text as it stands and, where a feature asks for it, of its text
 * without its encodings. Not safe for use by more than one thread.
 */
final class TextStream {

  private static final int BLOCK = 1 << 12;

  private final Sweep open;
  private final @Nullable Unwrapped unwrapped;
  private final @Nullable FoldedScan folded;
  private final Spots spots = new Spots();
  private final Combinations combinations = new Combinations();
  private int released;
  private boolean kept = true;
  private boolean stopped;
  private boolean finished;

  TextStream(Engine engine, Scratch room, Context context, Instant now) {
    this.open =
        new Sweep(
            engine,
            room,
            term -> engine.applies(term.feature(), context, now),
            this::hit,
            (entry, start, end, text) -> {
              if (engine.applies(entry.feature(), context, now)) {
                Outcome.Hit hit = new Outcome.Hit(start, end, 0, true);
                matched(entry.feature(), hit, hit, text);
              }
            });
    this.unwrapped =
        engine.unwraps()
            ? new Unwrapped(engine, term -> engine.applies(term.feature(), context, now), this::add)
            : null;
    this.folded =
        engine.folds()
            ? new FoldedScan(
                engine.segments(),
                (entry, original, within, text) -> {
                  if (engine.applies(entry.feature(), context, now)) {
                    matched(entry.feature(), original, within, text);
                  }
                })
            : null;
  }

  /** Takes more text. */
  void append(String delta) {
    if (finished) {
      throw new IllegalStateException("the stream has ended; open another review");
    }
    for (int from = 0; from < delta.length(); from += BLOCK) {
      append(delta, from, Math.min(from + BLOCK, delta.length()));
    }
  }

  /** Takes the whole text, of which nothing will be asked to leave, and ends the stream. */
  void take(String text) {
    kept = false;
    int from = 0;
    for (; text.length() - from > BLOCK; from += BLOCK) {
      append(text, from, from + BLOCK);
    }
    finished = true;
    append(text, from, text.length());
  }

  /** Ends the stream. */
  void finish() {
    if (!finished) {
      finished = true;
      append("", 0, 0);
    }
  }

  /** Leaves the rows to another review; this one is not used any more. */
  void leave(Scratch room) {
    open.leave(room);
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
    return open.steps() + (unwrapped == null ? 0 : unwrapped.steps());
  }

  /** The text that may leave and has not left. */
  String release() {
    int to = finished ? open.scanned() : Math.min(settled(), combinations.openFrom(open.scanned()));
    String free = open.text().text(released, Math.max(released, to));
    released += free.length();
    return free;
  }

  private void append(String delta, int from, int to) {
    int before = open.scanned();
    open.append(delta, from, to, finished);
    unwrap(before);
    settle();
  }

  private void unwrap(int before) {
    if (unwrapped != null) {
      unwrapped.append(open.text(), before, open.scanned());
      if (finished) {
        unwrapped.finish();
      }
    }
    if (folded != null) {
      folded.append(open.text(), before, open.scanned());
      if (finished) {
        folded.finish();
      }
    }
  }

  private void settle() {
    int settled = settled();
    combinations.settle(finished ? Integer.MAX_VALUE : settled, spots, this::found);
    open.forgetBefore(stopped || !kept ? settled : Math.min(released, settled));
  }

  private int settled() {
    int settled = open.settled();
    if (unwrapped != null) {
      settled = Math.min(settled, unwrapped.settled(open.scanned()));
    }
    return folded == null ? settled : Math.min(settled, folded.settled(open.scanned()));
  }

  private void matched(Feature feature, Outcome.Hit hit, Outcome.Hit within, Window text) {
    if (!(Exceptions.judge(text, feature.matching().exceptions(), within)
        instanceof Outcome.Refused)) {
      String seen = text.text(within.start(), within.end());
      spots.add(feature, new Spot(hit.start(), hit.end(), hit.layers(), true, seen));
      found(feature);
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

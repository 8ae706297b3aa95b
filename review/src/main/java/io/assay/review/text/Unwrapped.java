package io.assay.review.text;

import static io.assay.review.text.Masks.has;

import io.assay.review.Layer;
import java.util.function.Predicate;

/**
 * One stream's text without its encodings, reviewed as a stream of its own whose places are those
 * of the original text. Not safe for use by more than one thread.
 */
final class Unwrapped implements Decoder.Sink {

  /** Takes the hits, placed in the original text. */
  interface Hits {
    void hit(Term term, Outcome.Hit original, int layers, String seen);
  }

  private final NestedDecoder decoder = new NestedDecoder(this);
  private final StringBuilder fresh = new StringBuilder();
  private final Sweep sweep;
  private final Hits hits;
  private final Places places = new Places();

  Unwrapped(Engine engine, Predicate<Term> wanted, Hits hits) {
    this.hits = hits;
    this.sweep =
        new Sweep(
            engine,
            Scratch.fresh(),
            term -> (term.allowed() & has(Layer.ENCODED)) != 0 && wanted.test(term),
            this::hit,
            (entry, start, end, text) -> {});
  }

  /** Takes the original text from one index to another. */
  void append(Window text, int start, int end) {
    for (int i = start; i < end; i++) {
      decoder.take(text.at(i), i);
    }
    drain(false);
  }

  /** Takes the end of the text. */
  void finish() {
    decoder.finish();
    drain(true);
  }

  /** The original index before which no hit can begin any more. */
  int settled(int end) {
    int held = decoder.heldFrom(end);
    int index = sweep.settled();
    return index < places.end() ? Math.min(held, places.from(index)) : held;
  }

  /** How many moves were made: the measure of the work. */
  long steps() {
    return sweep.steps();
  }

  private void hit(Term term, Outcome.Hit hit, Window text) {
    if (places.decoded(hit.start(), hit.end())) {
      int start = places.from(hit.start());
      int end = places.to(hit.end());
      Outcome.Hit original = new Outcome.Hit(start, end, hit.layers(), hit.survives());
      String seen = text.text(hit.start(), hit.end());
      hits.hit(term, original, hit.layers() | has(Layer.ENCODED), seen);
    }
  }

  @Override
  public void piece(String text, int start, int end, boolean wasEncoded) {
    fresh.append(text);
    for (int i = 0; i < text.length(); i++) {
      places.add(start, end, wasEncoded);
    }
  }

  private void drain(boolean last) {
    String text = fresh.toString();
    fresh.setLength(0);
    sweep.append(text, 0, text.length(), last);
    int settled = sweep.settled();
    sweep.forgetBefore(settled);
    places.forgetBefore(settled);
  }
}

package io.assay.review.text;

import static io.assay.review.text.Masks.has;

import io.assay.review.Layer;
import java.util.Arrays;
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

  private final Decoder decoder = new Decoder(this);
  private final StringBuilder fresh = new StringBuilder();
  private final Sweep sweep;
  private final Hits hits;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean[] decoded = new boolean[64];
  private int base;
  private int size;

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
    drain();
  }

  /** Takes the end of the text. */
  void finish() {
    decoder.finish();
    drain();
    sweep.finish();
  }

  /** The original index before which no hit can begin any more. */
  int settled(int end) {
    int held = decoder.heldFrom(end);
    int index = sweep.settled() - base;
    return index < size ? Math.min(held, from[index]) : held;
  }

  /** How many moves were made: the measure of the work. */
  long steps() {
    return sweep.steps();
  }

  private void hit(Term term, Outcome.Hit hit, Window text) {
    boolean any = false;
    for (int i = hit.start(); i < hit.end(); i++) {
      any |= decoded[i - base];
    }
    if (any) {
      int start = from[hit.start() - base];
      int end = to[hit.end() - 1 - base];
      Outcome.Hit original = new Outcome.Hit(start, end, hit.layers(), hit.survives());
      String seen = text.text(hit.start(), hit.end());
      hits.hit(term, original, hit.layers() | has(Layer.ENCODED), seen);
    }
  }

  private void forgetBefore(int index) {
    int gone = index - base;
    if (gone > from.length / 2) {
      System.arraycopy(from, gone, from, 0, size - gone);
      System.arraycopy(to, gone, to, 0, size - gone);
      System.arraycopy(decoded, gone, decoded, 0, size - gone);
      base += gone;
      size -= gone;
    }
  }

  @Override
  public void piece(String text, int start, int end, boolean wasEncoded) {
    fresh.append(text);
    for (int i = 0; i < text.length(); i++) {
      if (size == from.length) {
        from = Arrays.copyOf(from, 2 * size);
        to = Arrays.copyOf(to, 2 * size);
        decoded = Arrays.copyOf(decoded, 2 * size);
      }
      from[size] = start;
      to[size] = end;
      decoded[size++] = wasEncoded;
    }
  }

  private void drain() {
    String text = fresh.toString();
    fresh.setLength(0);
    sweep.append(text, 0, text.length());
    int settled = sweep.settled();
    sweep.forgetBefore(settled);
    forgetBefore(settled);
  }
}

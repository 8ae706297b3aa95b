package io.assay.review.text;

import java.util.Arrays;

/**
 * One stream's text without its encodings, reviewed as a stream of its own whose places are those of
 * the original text. Not safe for use by more than one thread.
 */
final class Unwrapped implements Decoder.Sink {

  private final Decoder decoder = new Decoder(this);
  private final StringBuilder fresh = new StringBuilder();
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean[] decoded = new boolean[64];
  private int base;
  private int size;

  /** Takes the original text and gives the text without its encodings that this adds. */
  String take(Window text, int start, int end) {
    for (int i = start; i < end; i++) {
      decoder.take(text.at(i), i);
    }
    return drain();
  }

  /** Ends the text and gives what that adds. */
  String finish() {
    decoder.finish();
    return drain();
  }

  /** The original index for which the text is settled when it is settled to an index here. */
  int originalOf(int index, int end) {
    int held = decoder.heldFrom(end);
    return index - base < size ? Math.min(held, from[index - base]) : held;
  }

  /** The place in the original text of a hit here, or a refusal if none of it was encoded. */
  Outcome original(Outcome.Hit hit) {
    boolean any = false;
    for (int i = hit.start(); i < hit.end(); i++) {
      any |= decoded[i - base];
    }
    int start = from[hit.start() - base];
    int end = to[hit.end() - 1 - base];
    return any ? new Outcome.Hit(start, end, hit.layers(), hit.survives()) : Outcome.REFUSED;
  }

  /** Forgets the places before an index here. */
  void forgetBefore(int index) {
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

  private String drain() {
    String text = fresh.toString();
    fresh.setLength(0);
    return text;
  }
}

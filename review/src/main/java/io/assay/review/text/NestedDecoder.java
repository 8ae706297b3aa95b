package io.assay.review.text;

/** Undoes encodings, and encodings within them: two deep. Not safe for use by many threads. */
final class NestedDecoder {

  private final Decoder outer = new Decoder(this::once);
  private final Decoder inner = new Decoder(this::twice);
  private final Places once = new Places();
  private final Decoder.Sink sink;

  NestedDecoder(Decoder.Sink sink) {
    this.sink = sink;
  }

  void take(char c, int index) {
    outer.take(c, index);
    once.forgetBefore(inner.heldFrom(once.end()));
  }

  void finish() {
    outer.finish();
    inner.finish();
  }

  /** The index from which the text is not yet passed on, or the given end. */
  int heldFrom(int end) {
    int within = inner.heldFrom(once.end());
    int held = outer.heldFrom(end);
    return within < once.end() ? Math.min(held, once.from(within)) : held;
  }

  private void once(String text, int from, int to, boolean decoded) {
    for (int i = 0; i < text.length(); i++) {
      once.add(from, to, decoded);
      inner.take(text.charAt(i), once.end() - 1);
    }
  }

  private void twice(String text, int from, int to, boolean decoded) {
    sink.piece(text, once.from(from), once.to(to), decoded || once.decoded(from, to));
  }
}

package io.assay.review.text;

import static io.assay.review.text.Masks.has;

import io.assay.review.Layer;
import io.assay.review.Layers;
import java.util.ArrayList;
import java.util.List;

/**
 * The search of one stream for expressions in the text without its encodings and in its common
 * reading, character by character. What it finds is placed in the original text. Not safe for use
 * by more than one thread.
 */
final class FoldedScan {

  /** Takes the matches that took at least one layer, placed in the original text. */
  interface Sink {
    void match(Expressions.Entry entry, Outcome.Hit original, Outcome.Hit folded, Window text);
  }

  private static final Folding FOLDING = Folding.shipped();

  private final NestedDecoder decoder = new NestedDecoder(this::piece);
  private final StringBuilder fresh = new StringBuilder();
  private final Window text = new Window(new char[0]);
  private final Places places = new Places();
  private final List<ExpressionScan> scans = new ArrayList<>();
  private final Sink sink;
  private int[] layers = new int[64];
  private int layersFrom;
  private int vanished;
  private char high;
  private int highFrom;
  private boolean highDecoded;
  private int scanned;

  FoldedScan(List<Segment> segments, Sink sink) {
    this.sink = sink;
    for (Segment segment : segments) {
      if (!segment.folded().isEmpty()) {
        scans.add(new ExpressionScan(segment.folded(), text, this::match));
      }
    }
  }

  /** Whether an expression asks for more than the original text: by a layer beyond the usual. */
  static boolean asked(Layers layers) {
    return !Layers.core().enabled().containsAll(layers.enabled());
  }

  /** Takes the original text from one index to another. */
  void append(Window original, int start, int end) {
    for (int i = start; i < end; i++) {
      decoder.take(original.at(i), i);
    }
    search();
  }

  /** Takes the end of the text. */
  void finish() {
    decoder.finish();
    if (high != 0) {
      add(String.valueOf(high), 0, highFrom, highFrom + 1, highDecoded);
    }
    text.completeNow();
    search();
  }

  /** The original index before which no match can begin any more. */
  int settled(int end) {
    int held = decoder.heldFrom(high == 0 ? end : highFrom);
    int settled = settled();
    return settled < places.end() ? Math.min(held, places.from(settled)) : held;
  }

  private int settled() {
    int settled = scanned;
    for (ExpressionScan scan : scans) {
      settled = Math.min(settled, scan.settled(scanned));
    }
    return settled;
  }

  private void search() {
    String more = fresh.toString();
    fresh.setLength(0);
    text.append(more, 0, more.length());
    for (ExpressionScan scan : scans) {
      scan.advance(scanned, text.end());
    }
    scanned = text.end();
    int needed = Math.max(0, settled() - Window.CONTEXT);
    text.forgetBefore(needed);
    places.forgetBefore(text.start());
    forgetLayers();
  }

  private void match(Expressions.Entry entry, int start, int end, Window folded) {
    int taken = 0;
    for (int i = start; i < end; i++) {
      taken |= layers[i - layersFrom];
    }
    if (taken != 0 && (taken & ~Masks.of(entry.feature().matching().layers())) == 0) {
      Outcome.Hit original = new Outcome.Hit(places.from(start), places.to(end), taken, true);
      sink.match(entry, original, new Outcome.Hit(start, end, taken, true), folded);
    }
  }

  private void piece(String piece, int from, int to, boolean decoded) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (high != 0) {
        boolean pair = Character.isLowSurrogate(c);
        int codePoint = pair ? Character.toCodePoint(high, c) : high;
        fold(codePoint, highFrom, pair ? to : highFrom + 1, highDecoded);
        high = 0;
        if (pair) {
          continue;
        }
      }
      if (Character.isHighSurrogate(c)) {
        high = c;
        highFrom = from;
        highDecoded = decoded;
      } else {
        fold(c, from, to, decoded);
      }
    }
  }

  private void fold(int codePoint, int from, int to, boolean decoded) {
    switch (FOLDING.kind(codePoint)) {
      case INVISIBLE -> vanished |= has(Layer.INVISIBLE);
      case COMBINING -> vanished |= has(Layer.COMBINING);
      default -> {
        String own = Character.toString(codePoint);
        String reading = numeral(codePoint) ? own : FOLDING.symbols(codePoint);
        int taken = reading.equals(own) ? 0 : FOLDING.layers(codePoint);
        add(reading, taken | vanished, from, to, decoded);
        vanished = 0;
      }
    }
  }

  /** A Chinese numeral is a word, too. */
  private static boolean numeral(int codePoint) {
    return Character.isIdeographic(codePoint)
        && !Character.isIdeographic(FOLDING.firstSymbol(codePoint));
  }

  private void add(String reading, int taken, int from, int to, boolean decoded) {
    for (int i = 0; i < reading.length(); i++) {
      int at = places.end() - layersFrom;
      if (at == layers.length) {
        layers = java.util.Arrays.copyOf(layers, 2 * at);
      }
      layers[at] = taken | (decoded ? has(Layer.ENCODED) : 0);
      places.add(from, to, decoded);
    }
    fresh.append(reading);
  }

  private void forgetLayers() {
    int gone = text.start() - layersFrom;
    if (gone > layers.length / 2) {
      System.arraycopy(layers, gone, layers, 0, places.end() - text.start());
      layersFrom += gone;
    }
  }
}

package io.assay.review.text;

import io.assay.review.Layer;
import java.util.HashMap;
import java.util.Map;

/** The common reading of each character, and the layers that lead from the character to it. */
final class Folding {

  private static final Folding SHIPPED = new Folding();

  private final char[] reading = new char[1 << 16];
  private final Kind[] kinds = new Kind[1 << 16];
  private final Map<Integer, String> longReadings = new HashMap<>();
  private final Map<Integer, Integer> layers = new HashMap<>();

  private Folding() {
    for (int c = 0; c < reading.length; c++) {
      reading[c] = (char) c;
      kinds[c] = Kind.of(c);
    }
    Resource.rows("fold.tsv").forEach(this::read);
  }

  static Folding shipped() {
    return SHIPPED;
  }

  /** The first symbol of a code point's reading. */
  char firstSymbol(int codePoint) {
    boolean one = codePoint < reading.length && reading[codePoint] != 0;
    return one ? reading[codePoint] : symbols(codePoint).charAt(0);
  }

  /** The reading of a code point as one or more symbols. */
  String symbols(int codePoint) {
    if (codePoint < reading.length && reading[codePoint] != 0) {
      return String.valueOf(reading[codePoint]);
    }
    return longReadings.getOrDefault(codePoint, Character.toString(codePoint));
  }

  Kind kind(int codePoint) {
    if (codePoint < kinds.length) {
      return kinds[codePoint];
    }
    return longReadings.containsKey(codePoint) ? Kind.LETTER : Kind.of(codePoint);
  }

  /** The layers, as a set of bits by ordinal, that lead from the code point to its reading. */
  int layers(int codePoint) {
    return layers.getOrDefault(codePoint, 0);
  }

  private void read(String[] cells) {
    int mask = cells[0].chars().map(Folding::layerBit).reduce(0, (a, b) -> a | b);
    String to = cells[1];
    cells[2]
        .codePoints()
        .forEach(
            from -> {
              layers.put(from, mask);
              if (from < reading.length) {
                reading[from] = to.length() == 1 ? to.charAt(0) : 0;
                kinds[from] = Kind.of(to.codePointAt(0));
              }
              if (from >= reading.length || to.length() > 1) {
                longReadings.put(from, to);
              }
            });
  }

  private static int layerBit(int letter) {
    Layer layer =
        switch (letter) {
          case 'C' -> Layer.CASE_WIDTH;
          case 'V' -> Layer.VARIANT;
          case 'M' -> Layer.COMBINING;
          case 'H' -> Layer.HOMOGLYPH;
          case 'E' -> Layer.ENCLOSED;
          case 'D' -> Layer.DIGIT;
          default -> throw new IllegalStateException("fold.tsv names no such layer: " + letter);
        };
    return Masks.has(layer);
  }
}

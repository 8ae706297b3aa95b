package io.assay.review.text;

import static io.assay.review.text.Masks.has;

import io.assay.review.Layer;

/** What stands in one gap, counted by kind. */
final class GapContent {

  private static final Folding FOLDING = Folding.shipped();
  private static final int LETTER_COST = 4;

  private int layers;
  private int noise;
  private int spaces;
  private int newlines;
  private boolean sentence;
  private boolean apostrophe;

  GapContent(Window text, int from, int to) {
    boolean stop = false;
    for (int i = from; i < to; ) {
      int codePoint = text.codePointAt(i);
      Kind kind = FOLDING.kind(codePoint);
      count(kind);
      sentence |= stop && (kind == Kind.SPACE || kind == Kind.NEWLINE);
      stop = codePoint == '.' || codePoint == '．';
      apostrophe |= codePoint == '\'' || codePoint == '’';
      i += Character.charCount(codePoint);
    }
  }

  private void count(Kind kind) {
    switch (kind) {
      case INVISIBLE -> layers |= has(Layer.INVISIBLE);
      case COMBINING -> layers |= has(Layer.COMBINING);
      case NOISE -> noise++;
      case SPACE -> spaces++;
      case NEWLINE -> newlines++;
      case LETTER -> {
        noise += LETTER_COST;
        sentence = true;
      }
      case SENTENCE -> {
        noise++;
        sentence = true;
      }
    }
  }

  int layers() {
    return layers;
  }

  int spaces() {
    return spaces;
  }

  int newlines() {
    return newlines;
  }

  boolean sentence() {
    return sentence;
  }

  boolean apostrophe() {
    return apostrophe;
  }

  boolean separates() {
    return noise + spaces + newlines > 0;
  }

  int cost() {
    return noise + 2 * spaces + 2 * newlines;
  }
}

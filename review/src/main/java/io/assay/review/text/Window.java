package io.assay.review.text;

import java.util.Arrays;

/** The stretch of a stream's original text that can still matter, addressed from its beginning. */
final class Window {

  /** How far before a candidate a check may look. */
  static final int CONTEXT = 32;

  private char[] text;
  private int base;
  private int length;
  private boolean complete;

  /**
   * @param room a row that may be filled
   */
  Window(char[] room) {
    this.text = room;
  }

  /** The index after the last character that has arrived. */
  int end() {
    return base + length;
  }

  /** Whether no further character will arrive. */
  boolean complete() {
    return complete;
  }

  void completeNow() {
    complete = true;
  }

  char at(int index) {
    return text[index - base];
  }

  /** The index of the first character that is still kept. */
  int start() {
    return base;
  }

  char[] array() {
    return text;
  }

  String text(int from, int to) {
    return new String(text, from - base, to - from);
  }

  void append(String more, int from, int to) {
    int wanted = length + to - from;
    if (wanted > text.length) {
      text = Arrays.copyOf(text, Math.max(wanted + 8, 2 * text.length));
    }
    more.getChars(from, to, text, length);
    length = wanted;
    if (base + length < 0) {
      throw new IllegalArgumentException("a stream is longer than 2^31 - 1 characters");
    }
  }

  /** Forgets what lies before an index. */
  void forgetBefore(int index) {
    int gone = index - base;
    if (gone > text.length / 2) {
      System.arraycopy(text, gone, text, 0, length - gone);
      base += gone;
      length -= gone;
    }
  }

  /** The code point that begins at an index; a lone surrogate stands for itself. */
  int codePointAt(int index) {
    char high = at(index);
    if (Character.isHighSurrogate(high) && index + 1 < end()) {
      char low = at(index + 1);
      if (Character.isLowSurrogate(low)) {
        return Character.toCodePoint(high, low);
      }
    }
    return high;
  }

  /** The code point that ends before an index, which must lie after {@link #start}. */
  int codePointBefore(int index) {
    char low = at(index - 1);
    if (Character.isLowSurrogate(low) && index - 2 >= base) {
      char high = at(index - 2);
      if (Character.isHighSurrogate(high)) {
        return Character.toCodePoint(high, low);
      }
    }
    return low;
  }
}

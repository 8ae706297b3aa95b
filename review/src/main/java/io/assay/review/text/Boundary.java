package io.assay.review.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Where words of alphabetic scripts and numbers begin and end. */
final class Boundary {

  private static final Folding FOLDING = Folding.shipped();
  private static final int INVISIBLE_LIMIT = 8;
  private static final int BMP = 1 << 16;
  private static final long[] LETTERS = set(Boundary::reads);
  private static final long[] VISIBLE = set(Boundary::shows);

  private Boundary() {}

  /** Whether a term may begin at an index: not within a word of letters. */
  static boolean mayBegin(Window text, int index) {
    return !letter(text.codePointAt(index)) || !letter(before(text, index));
  }

  /**
   * Whether a word of letters goes on before an index: by a letter, a digit, or an underscore that
   * follows one.
   */
  static boolean continuesBefore(Window text, int index) {
    int before = before(text, index);
    return wordPart(before)
        || (before == '_'
            && index - 2 >= text.start()
            && text.at(index - 1) == '_'
            && wordPart(text.codePointBefore(index - 1)));
  }

  /** Whether a word of letters goes on at an index, of which {@link #known} must be true. */
  static boolean continuesAfter(Window text, int index) {
    int after = after(text, index);
    return wordPart(after)
        || (after == '_'
            && index + 1 < text.end()
            && text.at(index) == '_'
            && wordPart(text.codePointAt(index + 1)));
  }

  /** Whether the text is known as far as it tells whether a word goes on at an index. */
  static boolean known(Window text, int index) {
    boolean open = index + 1 == text.end() && text.at(index) == '_' && !text.complete();
    return after(text, index) >= 0 && !open;
  }

  private static boolean wordPart(int codePoint) {
    return letter(codePoint)
        || (digit(FOLDING.firstSymbol(codePoint)) && !Character.isIdeographic(codePoint));
  }

  /** The visible code point before an index, or a space if there is none. */
  static int before(Window text, int index) {
    int at = index;
    for (int i = 0; i < INVISIBLE_LIMIT && at > text.start(); i++) {
      int codePoint = text.codePointBefore(at);
      if (visible(codePoint)) {
        return codePoint;
      }
      at -= Character.charCount(codePoint);
    }
    return ' ';
  }

  /** The visible code point at or after an index, a space if there is none, -1 if not yet known. */
  static int after(Window text, int index) {
    int at = index;
    for (int i = 0; i < INVISIBLE_LIMIT && at < text.end(); i++) {
      int codePoint = text.codePointAt(at);
      if (Character.isHighSurrogate((char) codePoint)
          && at + 1 == text.end()
          && codePoint < 0x10000) {
        break;
      }
      if (visible(codePoint)) {
        return codePoint;
      }
      at += Character.charCount(codePoint);
      if (i + 1 == INVISIBLE_LIMIT) {
        return ' ';
      }
    }
    return text.complete() ? ' ' : -1;
  }

  /** Whether a code point is a letter of a script that parts its words by spaces. */
  static boolean letter(int codePoint) {
    return codePoint < BMP ? has(LETTERS, codePoint) : reads(codePoint);
  }

  private static boolean reads(int codePoint) {
    return FOLDING.kind(codePoint) == Kind.LETTER && letter(FOLDING.firstSymbol(codePoint));
  }

  /** Whether a symbol is a letter of a script that parts its words by spaces. */
  static boolean letter(char symbol) {
    return symbol < 0x2E80
        ? Character.isLetter(symbol)
        : symbol >= 0xA640
            && symbol < 0xAC00
            && Character.isLetter(symbol)
            && !Character.isIdeographic(symbol);
  }

  /** Whether a symbol is a digit. */
  static boolean digit(char symbol) {
    return symbol >= '0' && symbol <= '9';
  }

  /** Whether a code point shows in print on its own. */
  static boolean visible(int codePoint) {
    return codePoint < BMP ? has(VISIBLE, codePoint) : shows(codePoint);
  }

  private static boolean shows(int codePoint) {
    Kind kind = FOLDING.kind(codePoint);
    return kind != Kind.INVISIBLE && kind != Kind.COMBINING;
  }

  private static boolean has(long[] set, int codePoint) {
    return (set[codePoint >>> 6] >>> codePoint & 1) != 0;
  }

  private static long[] set(IntPredicate member) {
    return Arrays.copyOf(
        IntStream.range(0, BMP)
            .filter(member)
            .collect(BitSet::new, BitSet::set, BitSet::or)
            .toLongArray(),
        BMP / Long.SIZE);
  }
}

package io.assay.review.text;

import java.util.Arrays;

/**
 * One stream's text as seen through a lens: a row of symbols, each with its place in the text.
 *
 * <p>Symbols are numbered from the beginning of the stream; {@link #offset} is the number of the
 * first that is still kept. Not safe for use by more than one thread.
 */
final class View {

  private final Lens lens;
  private final Window text;
  private final char[] table;
  private final boolean plain;
  private char[] symbols;
  private int[] places;
  private int offset;
  private int size;
  private char last = Lens.BREAK;

  /**
   * @param text where the symbols stand
   * @param room rows that may be filled
   */
  View(Lens lens, Window text, Scratch room) {
    this.lens = lens;
    this.text = text;
    this.symbols = room.symbols(lens);
    this.places = room.places(lens);
    this.table = lens.table();
    this.plain = lens == Lens.PLAIN;
  }

  /** Leaves the rows to another review; this view is not used any more. */
  void leave(Scratch room) {
    if (!plain) {
      room.keep(lens, symbols, places);
    }
  }

  /** The symbols that are kept, the one numbered {@link #offset} first. */
  char[] symbols() {
    return symbols;
  }

  int offset() {
    return offset;
  }

  /** The number after the last symbol. */
  int end() {
    return offset + size;
  }

  /** The index in the text at which a symbol begins. */
  int place(int number) {
    return plain ? number : places[number - offset];
  }

  /** Whether a kept symbol, behind which another stands, is a Latin letter within a word. */
  boolean insideWord(int index) {
    return index > 0
        && latin(symbols[index])
        && latin(symbols[index - 1])
        && lens != Lens.CASELESS
        && (plain || places[index] - places[index - 1] == 1)
        && beginning(offset + index) < 0;
  }

  /**
   * The first place of a symbol at which a term may begin, or -1 if all are within words. A symbol
   * has several places where a letter ends a word and begins the next.
   */
  int beginning(int number) {
    int place = place(number);
    int from = text.start() == 0 ? 0 : text.start() + Window.CONTEXT;
    if (place >= from && Boundary.mayBegin(text, place)) {
      return place;
    }
    int next = number + 1 < end() ? place(number + 1) : text.end();
    for (int i = Math.max(place + 1, from); lens.collapses() && i < next; i++) {
      if (Boundary.letter(text.codePointAt(i)) && Boundary.mayBegin(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean latin(char symbol) {
    return symbol >= 'a' && symbol <= 'z';
  }

  /** Takes the text from one index to another, which must not part a surrogate pair. */
  void advance(int from, int to) {
    if (plain) {
      symbols = text.array();
      offset = text.start();
      size = to - offset;
      return;
    }
    reserve(to - from);
    int i = from;
    while (i < to && !lens.collapses()) {
      symbols[size] = table[text.at(i)];
      places[size++] = i++;
    }
    while (i < to) {
      i = narrow(i, to);
      if (i < to) {
        i = wide(i, to);
      }
    }
  }

  /** Forgets the symbols before a number. */
  void forgetBefore(int number) {
    int gone = number - offset;
    if (!plain && gone > 0) {
      System.arraycopy(symbols, gone, symbols, 0, size - gone);
      System.arraycopy(places, gone, places, 0, size - gone);
      offset = number;
      size -= gone;
    }
  }

  /** Takes characters of one symbol each, without a branch that depends on the text. */
  private int narrow(int from, int to) {
    char[] raw = text.array();
    int base = text.start();
    char[] seen = table;
    char[] out = symbols;
    int[] where = places;
    int n = size;
    int before = last;
    int i = from;
    for (; i < to; i++) {
      int symbol = seen[raw[i - base]];
      if (symbol == Lens.WIDE) {
        break;
      }
      out[n] = (char) symbol;
      where[n] = i;
      int skipped = (symbol - 1) >> 31;
      int change = (symbol ^ before) & ~skipped;
      n += -change >>> 31;
      before ^= change;
    }
    size = n;
    last = (char) before;
    return i;
  }

  private int wide(int index, int to) {
    int codePoint = text.codePointAt(index);
    if (lens.vanishes(codePoint)) {
      return index + Character.charCount(codePoint);
    }
    String seen = lens.symbols(codePoint);
    reserve(seen.length() + to - index);
    for (int i = 0; i < seen.length(); i++) {
      if (seen.charAt(i) != last) {
        last = seen.charAt(i);
        symbols[size] = last;
        places[size++] = index;
      }
    }
    return index + Character.charCount(codePoint);
  }

  private void reserve(int more) {
    int room = Math.min(symbols.length, places.length);
    if (size + more >= room) {
      int length = size + more + room / 2 + 8;
      symbols = Arrays.copyOf(symbols, length);
      places = Arrays.copyOf(places, length);
    }
  }
}

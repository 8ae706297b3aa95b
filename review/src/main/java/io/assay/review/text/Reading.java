package io.assay.review.text;

import java.util.Arrays;

/** A stretch of text seen through a lens: its symbols, with every place at which each occurs. */
final class Reading {

  private char[] symbols = new char[16];
  private int[] firstPlace = new int[17];
  private int[] places = new int[16];
  private int size;
  private int placeCount;

  private Reading() {}

  static Reading of(Lens lens, CharSequence text) {
    Reading reading = new Reading();
    for (int i = 0; i < text.length(); ) {
      int c = Character.codePointAt(text, i);
      reading.add(lens, c, i);
      i += Character.charCount(c);
    }
    return reading;
  }

  static Reading of(Lens lens, Window text, int from, int to) {
    Reading reading = new Reading();
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      reading.add(lens, c, i);
      i += Character.charCount(c);
    }
    return reading;
  }

  int size() {
    return size;
  }

  char symbol(int item) {
    return symbols[item];
  }

  /** How often the item's symbol follows itself. */
  int count(int item) {
    return end(item) - firstPlace[item];
  }

  /** The number of the item's first place. */
  int begin(int item) {
    return firstPlace[item];
  }

  /** One past the number of the item's last place. */
  int end(int item) {
    return item + 1 == size ? placeCount : firstPlace[item + 1];
  }

  /** The index in the text of a place by its number. */
  int place(int number) {
    return places[number];
  }

  String symbols() {
    return new String(symbols, 0, size);
  }

  private void add(Lens lens, int codePoint, int index) {
    if (codePoint < 1 << 16) {
      char symbol = lens.table()[codePoint];
      if (symbol != Lens.WIDE) {
        if (symbol != Lens.SKIP) {
          add(lens.collapses(), symbol, index);
        }
        return;
      }
    }
    String seen = lens.symbols(codePoint);
    for (int i = 0; i < seen.length(); i++) {
      add(lens.collapses(), seen.charAt(i), index);
    }
  }

  private void add(boolean collapse, char symbol, int index) {
    if (placeCount == places.length) {
      places = Arrays.copyOf(places, 2 * placeCount);
    }
    if (!collapse || size == 0 || symbols[size - 1] != symbol) {
      if (size == symbols.length) {
        symbols = Arrays.copyOf(symbols, 2 * size);
        firstPlace = Arrays.copyOf(firstPlace, 2 * size + 1);
      }
      symbols[size] = symbol;
      firstPlace[size] = placeCount;
      size++;
    }
    places[placeCount++] = index;
  }
}

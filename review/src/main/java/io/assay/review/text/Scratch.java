package io.assay.review.text;

import java.util.EnumMap;
import java.util.Map;

/**
 * The rows that a review of a whole text fills and no longer needs when it ends. A thread keeps one
 * for its next review, so that rows stay in the cache.
 */
final class Scratch {

  private static final int MOST_KEPT = 1 << 15;
  private static final ThreadLocal<Scratch> SPARE = ThreadLocal.withInitial(Scratch::new);

  private boolean taken;
  private char[] text = {};
  private byte[] marks = {};
  private int[] starts = {};
  private final Map<Lens, char[]> symbols = new EnumMap<>(Lens.class);
  private final Map<Lens, int[]> places = new EnumMap<>(Lens.class);

  private Scratch() {}

  /** This thread's spare rows, which nobody else uses until they are given back. */
  static Scratch take() {
    Scratch spare = SPARE.get();
    if (spare.taken) {
      return new Scratch();
    }
    spare.taken = true;
    return spare;
  }

  /** Rows that nobody gives back. */
  static Scratch fresh() {
    return new Scratch();
  }

  void giveBack() {
    taken = false;
  }

  char[] text() {
    return text;
  }

  void keepText(char[] row) {
    text = row.length <= MOST_KEPT ? row : text;
  }

  /** Room for the marks of so many positions; whoever asks next gets the same. */
  byte[] marks(int count) {
    int wanted = count + GramFilter.SLACK;
    marks = marks.length < wanted ? new byte[wanted + Math.min(count, GramFilter.STRIDE)] : marks;
    return marks;
  }

  /** Room for so many positions; whoever asks next gets the same. */
  int[] starts(int count) {
    starts = starts.length < count ? new int[Math.min(2 * count, GramFilter.STRIDE)] : starts;
    return starts;
  }

  char[] symbols(Lens lens) {
    return symbols.getOrDefault(lens, new char[0]);
  }

  int[] places(Lens lens) {
    return places.getOrDefault(lens, new int[0]);
  }

  void keep(Lens lens, char[] symbolRow, int[] placeRow) {
    if (symbolRow.length <= MOST_KEPT) {
      symbols.put(lens, symbolRow);
      places.put(lens, placeRow);
    }
  }
}

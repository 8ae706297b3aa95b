package io.assay.review.text;

import java.util.Arrays;

/**
 * Which terms end at the states of a {@link PatternTree}, by their positions in sorted order. An
 * ending has a number from 1; 0 is none.
 */
final class Endings {

  private static final int FIRST = 0;
  private static final int AFTER = 1;
  private static final int DEPTH = 2;
  private static final int NEXT = 3;
  private static final int RECORD = 4;

  private int[] records = new int[1024];
  private int count = 1;

  /** Adds an ending of the terms from one position to before another, and gives its number. */
  int add(int first, int after, int depth) {
    int at = count * RECORD;
    if (at == records.length) {
      records = Arrays.copyOf(records, at + at / 2 / RECORD * RECORD);
    }
    records[at + FIRST] = first;
    records[at + AFTER] = after;
    records[at + DEPTH] = depth;
    return count++;
  }

  /** Gives up the room that no ending took. */
  void trim() {
    records = Arrays.copyOf(records, count * RECORD);
  }

  /** Tells an ending, unless it is none, the longest that ends at the same place and is shorter. */
  void link(int ending, int next) {
    if (ending != 0) {
      records[ending * RECORD + NEXT] = next;
    }
  }

  int next(int ending) {
    return records[ending * RECORD + NEXT];
  }

  /** The number of symbols of the terms. */
  int depth(int ending) {
    return records[ending * RECORD + DEPTH];
  }

  int firstTerm(int ending) {
    return records[ending * RECORD + FIRST];
  }

  /** The position after the last term. */
  int afterTerms(int ending) {
    return records[ending * RECORD + AFTER];
  }
}

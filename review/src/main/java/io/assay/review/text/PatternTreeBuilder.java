package io.assay.review.text;

import java.util.Arrays;

/** Builds a {@link PatternTree} level by level from sequences sorted by their codes. */
final class PatternTreeBuilder {

  private final char[] codes;
  private final int[] starts;
  private final int[] order;
  private final long[] lastOfState;
  private int[] firstChild = new int[1024];
  private char[] code = new char[1024];
  private int[] terms = new int[1024];
  private int[] low = new int[1024];
  private int[] high = new int[1024];
  private int[] levels = new int[16];
  private int states = 1;
  private int depth;

  /** Takes sequences laid end to end; sequence {@code i} begins at {@code starts[i]}. */
  PatternTreeBuilder(char[] codes, int[] starts) {
    this.codes = codes;
    this.starts = starts;
    this.order = new SequenceSort(codes, starts).order();
    this.lastOfState = new long[order.length / 64 + 1];
  }

  PatternTree build() {
    high[0] = order.length;
    terms[0] = -1;
    levels[0] = 0;
    levels[1] = 1;
    int next = 0;
    while (next < levels[depth + 1]) {
      int end = levels[depth + 1];
      for (; next < end; next++) {
        expand(next);
      }
      depth++;
      if (depth + 2 > levels.length) {
        levels = Arrays.copyOf(levels, 2 * levels.length);
      }
      levels[depth + 1] = states;
    }
    reserve(states + 1);
    firstChild[states] = states;
    low = new int[0];
    high = new int[0];
    return new PatternTree(
        Arrays.copyOf(firstChild, states + 1),
        Arrays.copyOf(code, states),
        Arrays.copyOf(terms, states),
        Arrays.copyOf(levels, depth + 1),
        order,
        lastOfState);
  }

  private void expand(int state) {
    firstChild[state] = states;
    int at = low[state];
    int end = high[state];
    while (at < end && length(at) == depth) {
      at++;
    }
    if (at > low[state]) {
      terms[state] = low[state];
      lastOfState[(at - 1) >>> 6] |= 1L << (at - 1);
    } else {
      terms[state] = -1;
    }
    while (at < end) {
      char symbol = codeAt(at);
      int from = at;
      while (at < end && codeAt(at) == symbol) {
        at++;
      }
      reserve(states + 1);
      code[states] = symbol;
      low[states] = from;
      high[states] = at;
      states++;
    }
  }

  private int length(int position) {
    int sequence = order[position];
    return starts[sequence + 1] - starts[sequence];
  }

  private char codeAt(int position) {
    return codes[starts[order[position]] + depth];
  }

  private void reserve(int wanted) {
    if (wanted >= code.length) {
      int size = wanted + wanted / 2;
      firstChild = Arrays.copyOf(firstChild, size);
      code = Arrays.copyOf(code, size);
      terms = Arrays.copyOf(terms, size);
      if (low.length > 0) {
        low = Arrays.copyOf(low, size);
        high = Arrays.copyOf(high, size);
      }
    }
  }
}

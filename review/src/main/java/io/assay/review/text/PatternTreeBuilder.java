package io.assay.review.text;

import static io.assay.review.text.PatternTree.AFTER;
import static io.assay.review.text.PatternTree.ENDING;
import static io.assay.review.text.PatternTree.FIRST;
import static io.assay.review.text.PatternTree.RECORD;

import java.util.Arrays;

/** Builds a {@link PatternTree}, branch by branch, from sequences sorted by their codes. */
final class PatternTreeBuilder {

  private final char[] sequences;
  private final int[] starts;
  private final int[] order;
  private final Endings endings = new Endings();
  private int[] records = new int[1024 * RECORD];
  private char[] codes = new char[1024];
  private int[] depths = new int[1024];
  private int[] low = new int[1024];
  private int[] open = new int[64];
  private int waiting;
  private int states = 1;

  /** Takes sequences laid end to end; sequence {@code i} begins at {@code starts[i]}. */
  PatternTreeBuilder(char[] sequences, int[] starts) {
    this.sequences = sequences;
    this.starts = starts;
    this.order = new SequenceSort(sequences, starts).order();
  }

  /** The sequences by their positions in sorted order. */
  int[] order() {
    return order;
  }

  PatternTree build() {
    records[AFTER] = order.length;
    open[waiting++] = 0;
    while (waiting > 0) {
      expand(open[--waiting]);
    }
    low = new int[0];
    endings.trim();
    return new PatternTree(
        Arrays.copyOf(records, states * RECORD),
        Arrays.copyOf(codes, states),
        Arrays.copyOf(depths, states),
        endings);
  }

  /** Makes the children of a state, whose sequences lie from low to the mark in its record. */
  private void expand(int state) {
    int depth = depths[state];
    int from = low[state];
    int to = records[state * RECORD + AFTER];
    int at = from;
    while (at < to && length(at) == depth) {
      at++;
    }
    records[state * RECORD + ENDING] = at > from ? endings.add(from, at, depth) : 0;
    int first = states;
    while (at < to) {
      char code = codeAt(at, depth);
      reserve(states + 1);
      low[states] = at;
      while (at < to && codeAt(at, depth) == code) {
        at++;
      }
      records[states * RECORD + AFTER] = at;
      codes[states] = code;
      depths[states++] = depth + 1;
    }
    records[state * RECORD + FIRST] = first;
    records[state * RECORD + AFTER] = states;
    if (waiting + states - first > open.length) {
      open = Arrays.copyOf(open, waiting + states - first + open.length);
    }
    for (int child = states - 1; child >= first; child--) {
      open[waiting++] = child;
    }
  }

  private int length(int position) {
    int sequence = order[position];
    return starts[sequence + 1] - starts[sequence];
  }

  private char codeAt(int position, int depth) {
    return sequences[starts[order[position]] + depth];
  }

  private void reserve(int wanted) {
    if (wanted > codes.length) {
      int size = wanted + wanted / 2;
      records = Arrays.copyOf(records, size * RECORD);
      codes = Arrays.copyOf(codes, size);
      depths = Arrays.copyOf(depths, size);
      low = Arrays.copyOf(low, size);
    }
  }
}

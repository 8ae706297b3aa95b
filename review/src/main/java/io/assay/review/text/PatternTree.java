package io.assay.review.text;

import java.util.Arrays;

/**
 * An Aho-Corasick automaton over small codes.
 *
 * <p>States are numbered by depth, then by parent and code, so that the children of a state lie
 * side by side. State 0 is the root. A pass over a text takes at most two moves for each symbol.
 */
final class PatternTree {

  private final int[] firstChild;
  private final char[] code;
  private final int[] fail;
  private final int[] report;
  private final int[] terms;
  private final int[] rootChild;
  private final int[] levels;
  private final int[] order;
  private final long[] lastOfState;

  PatternTree(
      int[] firstChild, char[] code, int[] terms, int[] levels, int[] order, long[] lastOfState) {
    this.firstChild = firstChild;
    this.code = code;
    this.terms = terms;
    this.levels = levels;
    this.order = order;
    this.lastOfState = lastOfState;
    this.fail = new int[code.length];
    this.report = new int[code.length];
    this.rootChild = rootChildren();
    link();
  }

  /** The state after a code. */
  int next(int state, int symbol) {
    int from = state;
    while (from != 0) {
      int child = child(from, symbol);
      if (child != 0) {
        return child;
      }
      from = fail[from];
    }
    return symbol < rootChild.length ? rootChild[symbol] : 0;
  }

  /** The longest proper suffix of a state that is a state; it is never deeper. */
  int fail(int state) {
    return fail[state];
  }

  /** The nearest of a state and its suffixes at which a term ends, or 0. */
  int reporting(int state) {
    return report[state];
  }

  /** Whether the state holds at most one symbol. */
  boolean shallow(int state) {
    return state < levels[Math.min(2, levels.length - 1)];
  }

  /** The number of symbols that a state holds. */
  int depth(int state) {
    int at = Arrays.binarySearch(levels, state);
    return at >= 0 ? at : -at - 2;
  }

  /** The position in the order of the first term that ends at a reporting state. */
  int firstTerm(int state) {
    return terms[state];
  }

  /** The term at a position in the order. */
  int term(int position) {
    return order[position];
  }

  /** Whether the term at a position is the last that ends at its state. */
  boolean lastTerm(int position) {
    return (lastOfState[position >>> 6] >>> position & 1) != 0;
  }

  private int child(int state, int symbol) {
    int low = firstChild[state];
    int high = firstChild[state + 1];
    while (high - low > 6) {
      int middle = (low + high) >>> 1;
      if (code[middle] <= symbol) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < high; i++) {
      if (code[i] == symbol) {
        return i;
      }
    }
    return 0;
  }

  private int[] rootChildren() {
    int highest = 0;
    for (int i = firstChild[0]; i < firstChild[1]; i++) {
      highest = Math.max(highest, code[i]);
    }
    int[] children = new int[highest + 1];
    for (int i = firstChild[0]; i < firstChild[1]; i++) {
      children[code[i]] = i;
    }
    return children;
  }

  private void link() {
    for (int parent = 0; parent < code.length; parent++) {
      for (int child = firstChild[parent]; child < firstChild[parent + 1]; child++) {
        fail[child] = parent == 0 ? 0 : next(fail[parent], code[child]);
        report[child] = terms[child] >= 0 ? child : report[fail[child]];
      }
    }
  }
}

package io.assay.review.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An Aho-Corasick automaton over small codes.
 *
 * <p>The children of a state are numbered side by side, and after them comes what lies below the
 * first of them, so that a branch without forks is a row in memory. State 0 is the root, and the
 * states of one symbol follow it. A pass over a text takes at most two moves for each symbol.
 */
final class PatternTree {

  /** The fields of a state's record: its first child, and the number after its last. */
  static final int FIRST = 0;

  static final int AFTER = 1;

  /** Its longest proper suffix that is a state. */
  private static final int FAIL = 2;

  /** The first ending of itself and its suffixes, or 0. */
  static final int ENDING = 3;

  static final int RECORD = 4;

  private final int[] states;
  private final char[] codes;
  private final int[] depths;
  private final Endings endings;
  private final int[] rootChild;
  private final Forks forks;
  private final int deep;

  /**
   * @param states the records, with their children and their own endings
   * @param codes the code by which each state is reached from its parent
   * @param depths the number of symbols that each state holds
   */
  PatternTree(int[] states, char[] codes, int[] depths, Endings endings) {
    this.states = states;
    this.codes = codes;
    this.depths = depths;
    this.endings = endings;
    this.deep = states[AFTER];
    this.rootChild = rootChildren();
    this.forks = forks();
    link();
  }

  /** The state after a code. */
  int next(int state, int code) {
    int from = state;
    while (from != 0) {
      int child = child(from, code);
      if (child != 0) {
        return child;
      }
      from = fail(from);
    }
    return code < rootChild.length ? rootChild[code] : 0;
  }

  /** The longest proper suffix of a state that is a state; it is never deeper. */
  int fail(int state) {
    return states[state * RECORD + FAIL];
  }

  /** The first ending of a state and its suffixes, the longest first; 0 if there is none. */
  int ending(int state) {
    return states[state * RECORD + ENDING];
  }

  Endings endings() {
    return endings;
  }

  /** Whether the state holds at most one symbol. */
  boolean shallow(int state) {
    return state < deep;
  }

  /** The number of symbols that a state holds. */
  int depth(int state) {
    return depths[state];
  }

  private int child(int state, int code) {
    int low = states[state * RECORD + FIRST];
    int high = states[state * RECORD + AFTER];
    if (high - low >= Forks.MANY) {
      return forks.child(state, code, low, high, codes);
    }
    for (int i = low; i < high; i++) {
      if (codes[i] == code) {
        return i;
      }
    }
    return 0;
  }

  private Forks forks() {
    int[] many =
        IntStream.range(1, codes.length).filter(state -> children(state) >= Forks.MANY).toArray();
    Forks known = new Forks(Arrays.stream(many).map(this::children).sum());
    for (int state : many) {
      int first = states[state * RECORD + FIRST];
      for (int child = first; child < first + children(state); child++) {
        known.put(state, codes[child], child);
      }
    }
    return known;
  }

  private int children(int state) {
    return states[state * RECORD + AFTER] - states[state * RECORD + FIRST];
  }

  private int[] rootChildren() {
    int highest = 0;
    for (int i = 1; i < deep; i++) {
      highest = Math.max(highest, codes[i]);
    }
    int[] children = new int[highest + 1];
    for (int i = 1; i < deep; i++) {
      children[codes[i]] = i;
    }
    return children;
  }

  private void link() {
    int[] queue = new int[codes.length];
    int known = 1;
    for (int taken = 0; taken < known; taken++) {
      int parent = queue[taken];
      int after = states[parent * RECORD + AFTER];
      for (int child = states[parent * RECORD + FIRST]; child < after; child++) {
        int fail = parent == 0 ? 0 : next(fail(parent), codes[child]);
        int own = ending(child);
        states[child * RECORD + FAIL] = fail;
        states[child * RECORD + ENDING] = own == 0 ? ending(fail) : own;
        endings.link(own, ending(fail));
        queue[known++] = child;
      }
    }
  }
}

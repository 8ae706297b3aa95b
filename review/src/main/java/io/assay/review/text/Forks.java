package io.assay.review.text;

/** Finds a child of a state that has many, in one place of memory. */
final class Forks {

  /** From how many children on a state is held here. */
  static final int MANY = 9;

  private static final int MIX = 0x9E3779B1;
  private static final int OTHER_MIX = 0x85EBCA6B;

  private final int[] slots;
  private final int shift;

  /**
   * @param count the number of children to be put
   */
  Forks(int count) {
    int log = 33 - Integer.numberOfLeadingZeros(Math.max(1, count));
    this.slots = new int[1 << log];
    this.shift = 32 - log;
  }

  void put(int parent, int code, int child) {
    int at = slot(parent, code);
    while (slots[at] != 0) {
      at = at + 1 & slots.length - 1;
    }
    slots[at] = child;
  }

  /** The child that lies from one number to before another and has a code, or 0. */
  int child(int parent, int code, int low, int high, char[] codes) {
    int at = slot(parent, code);
    for (int child = slots[at]; child != 0; child = slots[at]) {
      if (child >= low && child < high && codes[child] == code) {
        return child;
      }
      at = at + 1 & slots.length - 1;
    }
    return 0;
  }

  private int slot(int parent, int code) {
    return ((parent * MIX ^ code) * OTHER_MIX) >>> shift;
  }
}

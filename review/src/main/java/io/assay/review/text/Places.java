package io.assay.review.text;

import java.util.Arrays;

/** For each character of a decoded text the stretch of the original that it stands for. */
final class Places {

  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean[] decoded = new boolean[64];
  private int base;
  private int size;

  void add(int start, int end, boolean wasEncoded) {
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
      decoded = Arrays.copyOf(decoded, 2 * size);
    }
    from[size] = start;
    to[size] = end;
    decoded[size++] = wasEncoded;
  }

  /** The index after the last character. */
  int end() {
    return base + size;
  }

  int from(int index) {
    return from[index - base];
  }

  /** The index in the original after the last of some characters. */
  int to(int end) {
    return to[end - 1 - base];
  }

  /** Whether any of some characters was encoded. */
  boolean decoded(int start, int end) {
    for (int i = start; i < end; i++) {
      if (decoded[i - base]) {
        return true;
      }
    }
    return false;
  }

  /** Forgets the characters before an index. */
  void forgetBefore(int index) {
    int gone = index - base;
    if (gone > from.length / 2) {
      System.arraycopy(from, gone, from, 0, size - gone);
      System.arraycopy(to, gone, to, 0, size - gone);
      System.arraycopy(decoded, gone, decoded, 0, size - gone);
      base += gone;
      size -= gone;
    }
  }
}

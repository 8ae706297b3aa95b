package io.assay.review.text;

/** Sorts sequences of codes laid end to end, shorter before longer (multikey quicksort). */
final class SequenceSort {

  private static final int INSERTION = 12;

  private final char[] codes;
  private final int[] starts;
  private final int[] order;

  SequenceSort(char[] codes, int[] starts) {
    this.codes = codes;
    this.starts = starts;
    this.order = new int[starts.length - 1];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    sort(0, order.length, 0);
  }

  int[] order() {
    return order;
  }

  private void sort(int from, int to, int depth) {
    int low = from;
    int high = to;
    int at = depth;
    while (high - low > INSERTION) {
      int pivot = median(key(low, at), key((low + high) >>> 1, at), key(high - 1, at));
      int less = low;
      int greater = high;
      for (int i = low; i < greater; ) {
        int key = key(i, at);
        if (key < pivot) {
          swap(i++, less++);
        } else if (key > pivot) {
          swap(i, --greater);
        } else {
          i++;
        }
      }
      sort(low, less, at);
      sort(greater, high, at);
      if (pivot < 0) {
        return;
      }
      low = less;
      high = greater;
      at++;
    }
    insertionSort(low, high, at);
  }

  private void insertionSort(int from, int to, int depth) {
    for (int i = from + 1; i < to; i++) {
      for (int j = i; j > from && compare(order[j - 1], order[j], depth) > 0; j--) {
        swap(j - 1, j);
      }
    }
  }

  private int compare(int a, int b, int depth) {
    int i = starts[a] + depth;
    int j = starts[b] + depth;
    int endA = starts[a + 1];
    int endB = starts[b + 1];
    while (i < endA && j < endB) {
      if (codes[i] != codes[j]) {
        return codes[i] - codes[j];
      }
      i++;
      j++;
    }
    return (endA - i) - (endB - j);
  }

  private int key(int position, int depth) {
    int sequence = order[position];
    int index = starts[sequence] + depth;
    return index < starts[sequence + 1] ? codes[index] : -1;
  }

  private void swap(int i, int j) {
    int kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }

  private static int median(int a, int b, int c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}

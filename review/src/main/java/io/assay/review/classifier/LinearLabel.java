package io.assay.review.classifier;

import java.util.Arrays;

/** The weights of one label: those that are not zero, a bias, and the calibration of the margin. */
record LinearLabel(int[] indexes, float[] weights, double bias, Calibration calibration) {

  double score(int[] text) {
    return calibration.score(margin(text));
  }

  double margin(int[] text) {
    double sum = 0;
    int at = 0;
    for (int index : text) {
      while (at < indexes.length && indexes[at] < index) {
        at = gallop(index, at);
      }
      if (at < indexes.length && indexes[at] == index) {
        sum += weights[at];
      }
    }
    return bias + sum * Ngrams.value(text.length);
  }

  double weight(int index) {
    int at = Arrays.binarySearch(indexes, index);
    return at < 0 ? 0 : weights[at];
  }

  private int gallop(int index, int from) {
    int at = Arrays.binarySearch(indexes, from, indexes.length, index);
    return at < 0 ? -at - 1 : at;
  }
}

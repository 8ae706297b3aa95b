package io.assay.review.classifier;

import java.util.Arrays;
import java.util.Set;

/** A decision as the trainer sees it: the n-grams of its text and its labels. */
record Example(int[] indexes, Set<String> labels) {

  private static final int PARTS = 7;

  static Example of(Decision decision, int bits) {
    return new Example(Ngrams.indexes(Ngrams.normalize(decision.text()), bits), decision.labels());
  }

  /** The part from 0 to {@value #PARTS} - 1 into which the content falls. */
  int part() {
    return Math.floorMod((Arrays.hashCode(indexes) * 0x9E3779B1) >>> 8, PARTS);
  }
}

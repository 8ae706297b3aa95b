package io.assay.review;

/** Whether a feature's hits count, or are only noted to see what they would have done. */
public enum Mode {
  LIVE,
  SHADOW
}

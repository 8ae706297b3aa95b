package io.assay.review;

/** How much harm a feature stands for, mildest first. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}

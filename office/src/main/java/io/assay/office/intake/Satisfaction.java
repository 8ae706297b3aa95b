package io.assay.office.intake;

/** How content whoever came is with how they were heard, the best first. */
public enum Satisfaction {
  VERY_SATISFIED,
  SATISFIED,
  FAIR,
  DISSATISFIED,
  VERY_DISSATISFIED
}

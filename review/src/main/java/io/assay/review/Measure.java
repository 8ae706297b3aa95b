package io.assay.review;

/** One thing that the provider does about a hit. */
public enum Measure {
  /** Keep the content from passing. */
  BLOCK,
  /** Keep the content from passing until a person has decided. */
  HOLD,
  /** Keep the records as evidence. */
  PRESERVE,
  /** Report to the competent authority. */
  REPORT,
  /** Deal with the account by the service's rules. */
  SANCTION,
  /** Let the content pass with reduced reach or function. */
  LIMIT,
  /** Let the content pass with a warning. */
  WARN
}

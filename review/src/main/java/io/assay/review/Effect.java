package io.assay.review;

/** What one finding does to the verdict, weakest first. */
public enum Effect {
  /** Nothing: the feature runs in shadow. */
  NOTED,
  /** The content passes with a warning. */
  WARN,
  /** The content passes with reduced reach or function. */
  LIMIT,
  /** The content waits for a person. */
  HOLD,
  /** The content does not pass. */
  BLOCK
}

package io.assay.office.intake;

/** Why an appeal is not accepted; there is no other ground. */
public enum RefusalGround {
  /** The contested decision does not concern whoever appeals. */
  NOT_CONCERNED,
  /** The same was decided before, and nothing new is said. */
  DECIDED_BEFORE,
  /** It does not say what should be wrong with the decision, not even when asked. */
  NO_REASONS,
  /** It is no appeal but an attack, an advertisement or a copy of many. */
  ABUSE
}

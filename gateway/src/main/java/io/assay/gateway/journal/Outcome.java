package io.assay.gateway.journal;

/** How an exchange ended. */
public enum Outcome {
  DELIVERED,
  /** The input was blocked; the upstream was not called. */
  BLOCKED_INPUT,
  /** The output was blocked, before or while it was delivered. */
  BLOCKED_OUTPUT,
  /** The input or the output waits for a person; until then it is refused. */
  HELD,
  /** The caller may not generate: key, identity, sanction, or a request that cannot be served. */
  REFUSED,
  /** Something of ours or of the upstream failed; closed. */
  FAILED,
  /** The caller went away before the end. */
  ABANDONED
}

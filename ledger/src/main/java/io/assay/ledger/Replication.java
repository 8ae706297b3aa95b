package io.assay.ledger;

/** A replica, and what it keeps. */
public record Replication(Replica replica, Keep keep) {

  /** Which records a replica keeps. */
  public enum Keep {
    /** All for ever: the loss of everything else loses nothing that was replicated. */
    EVERYTHING,
    /**
     * Those that no published checkpoint covers yet; for logs that are published to another failure
     * domain, such as a bucket.
     */
    UNPUBLISHED
  }
}

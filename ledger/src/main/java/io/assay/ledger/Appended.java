package io.assay.ledger;

import java.time.Duration;

/** An entry that has its place in the log, and how to wait for what makes it safe. Thread-safe. */
public interface Appended {

  /** The entry's index in its shard; final once the entry is durable. */
  long index();

  /** The name of the shard. */
  String shard();

  /**
   * Waits until the entry is acknowledged at a level.
   *
   * @throws LedgerException when it never will be, or the level is not configured
   */
  void await(Acknowledgement level);

  /**
   * Waits at most so long.
   *
   * @return whether the entry is acknowledged at the level
   * @throws LedgerException when it never will be, or the level is not configured
   */
  boolean await(Acknowledgement level, Duration patience);
}

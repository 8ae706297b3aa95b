package io.assay.ledger;

import java.util.List;

/**
 * A second failure domain that keeps a copy of a shard's records: another disk, another machine, a
 * database. Called by one thread at a time.
 */
public interface Replica {

  /** How many of the shard's records are durable there. */
  long size(String shard);

  /**
   * Keeps records behind those that are there; they are durable when this returns.
   *
   * @param first the index of the first of them, equal to {@link #size}
   * @throws LedgerException when the replica cannot be reached; it is tried again
   */
  void append(String shard, long first, List<byte[]> records);
}

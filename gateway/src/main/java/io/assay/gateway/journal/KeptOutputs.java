package io.assay.gateway.journal;

import java.util.Optional;

/** Opens outputs that were kept when they were delivered or stopped. Thread-safe. */
public interface KeptOutputs {
  /**
   * One part of the answer of an exchange; empty when it was erased or never kept.
   *
   * @param shard the shard of the ledger whose entry commits to it
   * @param field under which the vault keeps it
   * @param commitment what that entry says of it
   */
  Optional<byte[]> open(
      String shard, String subject, String exchange, String field, String commitment);

  /** The only part of the answer of an exchange, or its first. */
  default Optional<byte[]> open(String shard, String subject, String exchange, String commitment) {
    return open(shard, subject, exchange, OutputRecord.FIELD, commitment);
  }
}

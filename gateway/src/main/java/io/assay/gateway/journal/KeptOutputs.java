package io.assay.gateway.journal;

import java.util.Optional;

/** Opens outputs that were kept when they were delivered or stopped. Thread-safe. */
public interface KeptOutputs {
  /**
   * The output of an exchange; empty when it was erased or never kept.
   *
   * @param shard the shard of the ledger whose entry commits to it
   * @param commitment what that entry says of it
   */
  Optional<byte[]> open(String shard, String subject, String exchange, String commitment);

  /**
   * The whole answer of an exchange that was stopped, as it came; empty when it was erased or never
   * kept.
   */
  Optional<byte[]> answer(String shard, String subject, String exchange, String commitment);
}

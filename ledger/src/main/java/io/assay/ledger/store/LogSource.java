package io.assay.ledger.store;

import java.util.Optional;

/** Where a static log's resources can be read: a directory, a bucket, a web server, an archive. */
@FunctionalInterface
public interface LogSource {

  /**
   * The content of a resource, such as {@code checkpoint} or {@code tile/0/000}; empty when there
   * is none.
   *
   * @throws io.assay.ledger.LedgerException when the source cannot be reached
   */
  Optional<byte[]> read(String path);
}

package io.assay.ledger.store;

import java.util.List;
import java.util.Map;

/** Where a log's resources are written. Thread-safe. */
public interface LogStore extends LogSource {

  /**
   * Writes resources; when this returns, all of them are durable and whole. A reader sees each
   * either as it was or as it is.
   *
   * @throws io.assay.ledger.LedgerException when the store cannot take them
   */
  void write(Map<String, byte[]> resources);

  /** Deletes resources, as far as they exist. */
  void delete(List<String> paths);

  /** The paths of all resources that begin with a prefix, sorted. */
  List<String> list(String prefix);
}

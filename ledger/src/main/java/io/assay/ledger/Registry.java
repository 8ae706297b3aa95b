package io.assay.ledger;

/**
 * Knows of every shard there ever was, so that deleting a whole one shows. Each fact is an entry of
 * a log of its own: {@code registry.birth}, {@code registry.key}, {@code registry.cross} and {@code
 * registry.retired}. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Registry {

  /**
   * Notes a fact; it is durable when this returns.
   *
   * @throws LedgerException when the registry cannot be reached
   */
  void record(Entry fact);
}

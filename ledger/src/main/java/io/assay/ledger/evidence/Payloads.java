package io.assay.ledger.evidence;

import io.assay.ledger.LogReader.Placed;
import io.assay.ledger.vault.Opened;
import java.util.Map;

/**
 * Opens the payloads that an order covers. What is not opened is withheld: the entry with its
 * commitment is in the bundle all the same.
 */
@FunctionalInterface
public interface Payloads {

  /** The payloads of an entry by field; empty when the order does not cover it. */
  Map<String, Opened> of(Placed entry);

  /** Opens nothing. */
  static Payloads none() {
    return entry -> Map.of();
  }
}

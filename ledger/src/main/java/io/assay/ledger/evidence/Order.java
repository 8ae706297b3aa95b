package io.assay.ledger.evidence;

import static java.util.Objects.requireNonNull;

/**
 * Why evidence is exported and how far it may go.
 *
 * @param number the order's number or another reference to it
 * @param authority who asks
 * @param shard the origin of the log
 * @param from the index of the first entry
 * @param to the index after the last entry
 * @param scope which of their payloads are opened
 */
public record Order(
    String number, String authority, String shard, long from, long to, Scope scope) {

  public Order {
    if (number.isBlank() || authority.isBlank()) {
      throw new IllegalArgumentException("evidence is exported on an order of somebody");
    }
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("entries from " + from + " up to " + to);
    }
    requireNonNull(scope, "scope");
  }
}

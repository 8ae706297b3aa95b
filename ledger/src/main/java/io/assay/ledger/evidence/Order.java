package io.assay.ledger.evidence;

import io.assay.ledger.json.CanonicalJson;
import java.util.Map;

/**
 * Why evidence is exported and how far it may go: the manifest of a bundle.
 *
 * @param number the order's number or another reference to it
 * @param authority who asks
 * @param shard the origin of the log
 * @param from the index of the first entry
 * @param to the index after the last entry
 */
public record Order(String number, String authority, String shard, long from, long to) {

  public Order {
    if (number.isBlank() || authority.isBlank()) {
      throw new IllegalArgumentException("evidence is exported on an order of somebody");
    }
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("entries from " + from + " up to " + to);
    }
  }

  static Order parse(byte[] manifest) {
    Map<String, Object> fields = CanonicalJson.decode(manifest);
    if (fields.get("order") instanceof String number
        && fields.get("authority") instanceof String authority
        && fields.get("log") instanceof String shard
        && fields.get("from") instanceof Long from
        && fields.get("to") instanceof Long to) {
      return new Order(number, authority, shard, from, to);
    }
    throw new IllegalArgumentException("a manifest has order, authority, log, from and to");
  }

  byte[] manifest() {
    return CanonicalJson.encode(
        Map.of(
            "format", "assay-evidence/1",
            "order", number,
            "authority", authority,
            "log", shard,
            "from", from,
            "to", to));
  }
}

package io.assay.ledger.evidence;

import io.assay.ledger.json.CanonicalJson;
import java.util.List;
import java.util.Map;

/**
 * What a bundle says of itself.
 *
 * @param keys the log's public keys
 * @param logged whether the log notes the export, and so binds this manifest
 */
record Manifest(Order order, List<String> keys, boolean logged) {

  private static final String FORMAT = "assay-evidence/2";

  static Manifest parse(byte[] manifest) {
    Map<String, Object> fields = CanonicalJson.decode(manifest);
    if (FORMAT.equals(fields.get("format"))
        && fields.get("order") instanceof String number
        && fields.get("authority") instanceof String authority
        && fields.get("log") instanceof String shard
        && fields.get("from") instanceof Long from
        && fields.get("to") instanceof Long to
        && fields.get("opened") instanceof Map<?, ?> opened
        && fields.get("keys") instanceof List<?> keys
        && fields.get("logged") instanceof Boolean logged) {
      Order order = new Order(number, authority, shard, from, to, Scope.parse(opened));
      return new Manifest(order, keys.stream().map(String::valueOf).toList(), logged);
    }
    throw new IllegalArgumentException(
        "a manifest of format %s has order, authority, log, from, to, opened, keys and logged"
            .formatted(FORMAT));
  }

  byte[] bytes() {
    return CanonicalJson.encode(
        Map.of(
            "format", FORMAT,
            "order", order.number(),
            "authority", order.authority(),
            "log", order.shard(),
            "from", order.from(),
            "to", order.to(),
            "opened", order.scope().fields(),
            "keys", keys,
            "logged", logged));
  }

  /** The keys as the file {@code vkeys} has them. */
  String keyLines() {
    return String.join("\n", keys) + "\n";
  }
}

package io.assay.mark.aigc;

import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * The public keys that are known to belong to producers. A key that travels in a file proves no
 * more than that the label was not changed since that key signed it.
 */
public record KeyRegistry(Map<String, Set<String>> pointsByProducer) {
  public KeyRegistry {
    pointsByProducer = Map.copyOf(pointsByProducer);
  }

  public static KeyRegistry empty() {
    return new KeyRegistry(Map.of());
  }

  /** A registry of one producer with one key, an uncompressed point of 65 bytes. */
  public static KeyRegistry of(String producer, byte[] point) {
    return new KeyRegistry(Map.of(producer, Set.of(HexFormat.of().formatHex(point))));
  }

  boolean knows(String producer) {
    return pointsByProducer.containsKey(producer);
  }

  boolean pins(String producer, byte[] point) {
    return pointsByProducer
        .getOrDefault(producer, Set.of())
        .contains(HexFormat.of().formatHex(point));
  }
}

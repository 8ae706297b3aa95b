package io.assay.mark.c2pa.store;

import io.assay.mark.c2pa.cbor.Cbor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A reference to a JUMBF box with the hash of its payload (section 8.4.2).
 *
 * @param url a {@code self#jumbf=} URI
 * @param hash the hash of the box's payload
 * @param algorithm the hash's name, where it differs from the claim's
 */
public record HashedUri(String url, byte[] hash, Optional<String> algorithm) {
  private static final String SELF = "self#jumbf=";

  /** A reference to a box of the same manifest, by its path in there. */
  public static HashedUri within(String path, byte[] hash) {
    return new HashedUri(SELF + path, hash, Optional.empty());
  }

  /** A reference to a box anywhere in the store, by its path from the root. */
  public static HashedUri absolute(String path, byte[] hash) {
    return new HashedUri(absoluteUrl(path), hash, Optional.empty());
  }

  /** The URI of a box, by its path from the root. */
  public static String absoluteUrl(String path) {
    return SELF + "/c2pa/" + path;
  }

  public static HashedUri read(Cbor cbor) {
    Cbor.Fields map = cbor.asFields();
    return new HashedUri(map.text("url"), map.require("hash").asBytes(), map.optionalText("alg"));
  }

  public Cbor.Fields toCbor() {
    Map<String, Cbor> map = new LinkedHashMap<>();
    map.put("url", Cbor.of(url));
    map.put("hash", Cbor.of(hash));
    algorithm.ifPresent(name -> map.put("alg", Cbor.of(name)));
    return Cbor.map(map);
  }

  /**
   * The URI as a path from the root of the store, where {@code manifest} is the one it stands in.
   */
  public static Optional<String> path(String url, String manifest) {
    if (!url.startsWith(SELF)) {
      return Optional.empty();
    }
    String path = url.substring(SELF.length());
    if (path.startsWith("/c2pa/")) {
      return Optional.of(path.substring("/c2pa/".length()));
    }
    return path.startsWith("/") ? Optional.empty() : Optional.of(manifest + "/" + path);
  }
}

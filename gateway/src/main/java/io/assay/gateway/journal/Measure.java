package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * How much content there was, and a salted commitment to it; never the content.
 *
 * @param media {@code text}, {@code image} or {@code audio}
 * @param amount characters of text, bytes of anything else
 * @param commitment the base64 SHA-256 of a salt and the content; empty when there was nothing
 */
public record Measure(String media, long amount, String commitment) {
  public static final Measure NOTHING = new Measure("text", 0, "");

  public Measure {
    requireNonNull(media, "media");
    requireNonNull(commitment, "commitment");
  }

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>();
    body.put("media", media);
    body.put(media.equals("text") ? "characters" : "bytes", amount);
    body.put("commitment", commitment);
    return body;
  }
}

package io.assay.ledger.store;

import java.net.URI;
import java.time.InstantSource;

/**
 * A place in an S3-compatible store, addressed path-style.
 *
 * @param endpoint as {@code https://s3.example.com}
 * @param prefix what the names of all objects begin with; empty or ending in a slash
 */
public record S3Config(
    URI endpoint,
    String region,
    String bucket,
    String prefix,
    String accessKey,
    String secretKey,
    InstantSource clock) {

  public S3Config {
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix ends in a slash: " + prefix);
    }
  }

  /** The same place, further down. */
  public S3Config below(String name) {
    return new S3Config(endpoint, region, bucket, prefix + name + "/", accessKey, secretKey, clock);
  }

  /** The place without its secret. */
  @Override
  public String toString() {
    return endpoint + "/" + bucket + "/" + prefix;
  }
}

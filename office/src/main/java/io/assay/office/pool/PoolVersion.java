package io.assay.office.pool;

import java.time.Instant;

/**
 * A numbered version of the pool. It never changes.
 *
 * @param about the feature that came or went; for a rollback the number of the version restored
 * @param contentSha256 {@link io.assay.review.Pool#contentHash} of what it holds
 */
public record PoolVersion(
    long number,
    Instant at,
    String actor,
    Cause cause,
    String about,
    int features,
    String contentSha256) {

  /** What made a new version necessary. */
  public enum Cause {
    SEED,
    SHADOW,
    ACTIVE,
    EMERGENCY,
    RETIRED,
    ROLLBACK
  }

  /** The name under which decisions record it. */
  public String name() {
    return name(number);
  }

  static String name(long number) {
    return "pool-" + number;
  }
}

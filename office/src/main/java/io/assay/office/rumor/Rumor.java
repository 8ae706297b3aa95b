package io.assay.office.rumor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claim that is or was looked into.
 *
 * @param claim what is claimed, in a sentence or more
 * @param phrase words by which it is found; empty to go by likeness alone
 * @param major whether the short limit applies
 * @param source who says that it is false
 * @param refutation what is right, as it is published
 * @param report identifier or receipt number of the report to the authority
 * @param feature what was proposed into the pool
 * @param scanned how many kept outputs were compared, out of {@code scannable}
 */
public record Rumor(
    String id,
    String claim,
    String phrase,
    boolean major,
    RumorState state,
    String fingerprint,
    String source,
    String sourceUrl,
    String refutation,
    String report,
    String feature,
    int scanned,
    int scannable,
    String openedBy,
    Instant openedAt,
    @Nullable String verifiedBy,
    @Nullable Instant verifiedAt,
    @Nullable Instant containedAt,
    @Nullable String refutedBy,
    @Nullable Instant refutedAt,
    @Nullable Instant reportedAt,
    @Nullable Instant closedAt) {
  static final String PATH = "/rumors/";

  public String path() {
    return PATH + id;
  }

  /** The row of the table of limits that its clock runs by. */
  public String limit() {
    return major ? "rumor.refute-major" : "rumor.refute";
  }
}

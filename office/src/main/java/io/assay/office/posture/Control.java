package io.assay.office.posture;

import io.assay.office.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A duty as a question to the database. The query gives one row for each thing the duty applies to,
 * with whether it is bad and whether it soon will be; all else follows by counting.
 *
 * @param id its number in the table of controls; {@code control.ID} and {@code control.ID.formula}
 *     are its messages
 * @param article of the Provisions; 0 where it guards the controls themselves
 * @param window how far back it looks
 * @param freshness how old the newest row may be; empty where age says nothing
 * @param tolerance bad rows that still pass, in thousandths
 * @param query SQL with {@code :from} and {@code :as_of}, giving id, path, at, bad, soon, note
 */
public record Control(
    String id,
    int article,
    Duration window,
    Optional<Duration> freshness,
    int tolerance,
    String query) {

  /** SHA-256 of the query, lower-case hex: which question was asked. */
  public String querySha256() {
    return Sha256.of(query);
  }

  /** What the counts say at a moment. */
  Status status(Counts counts, Instant asOf) {
    if (counts.den() == 0) {
      return counts.everBefore() && freshness.isPresent()
          ? Status.STALE
          : Status.INSUFFICIENT_EVIDENCE;
    }
    if (counts.num() * 1000 > tolerance * counts.den()) {
      return Status.FAIL;
    }
    if (freshness.isPresent() && older(counts.newest(), asOf.minus(freshness.get()))) {
      return Status.STALE;
    }
    return counts.soon() > 0 ? Status.DUE_SOON : Status.PASS;
  }

  private static boolean older(@Nullable Instant newest, Instant limit) {
    return newest == null || newest.isBefore(limit);
  }

  /**
   * What a query counted.
   *
   * @param newest the time of the newest row; null without one
   * @param everBefore whether an earlier result counted anything
   */
  record Counts(long num, long den, long soon, @Nullable Instant newest, boolean everBefore) {}
}

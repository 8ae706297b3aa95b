package io.assay.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Refuses a clock that stands before a time it has shown already. Thread-safe. */
final class ClockGuard {

  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final InstantSource clock;
  private Instant latest;

  ClockGuard(InstantSource clock, Instant latest) {
    this.clock = clock;
    this.latest = latest;
  }

  /** The time, unless it went back. */
  synchronized Instant now() {
    Instant now = clock.instant();
    if (now.isBefore(latest.minus(TOLERANCE))) {
      throw new LedgerException(
          LedgerException.Reason.CLOCK_WENT_BACK,
          "the clock shows %s, but the ledger has seen %s; set it right".formatted(now, latest));
    }
    if (now.isAfter(latest)) {
      latest = now;
    }
    return now;
  }
}

package io.assay.office.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after a failed try; after the last one it is given up. Policy. */
final class Backoff {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private Backoff() {}

  /** The wait after so many failed tries, the first being 1; empty when it is given up. */
  static Optional<Duration> after(int tries) {
    return tries <= WAITS.size() ? Optional.of(WAITS.get(tries - 1)) : Optional.empty();
  }
}

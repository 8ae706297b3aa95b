package io.assay.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs behind and catches up by leaps; it never goes back. Thread-safe. */
final class PastClock extends Clock {
  private final Clock present;
  private final AtomicReference<Duration> behind;

  PastClock(Clock present, Duration behind) {
    this.present = present;
    this.behind = new AtomicReference<>(behind);
  }

  /** Leaps forward, at most to the present. */
  void leap(Duration by) {
    behind.updateAndGet(left -> left.compareTo(by) <= 0 ? Duration.ZERO : left.minus(by));
  }

  void catchUp() {
    behind.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return present.instant().minus(behind.get());
  }

  @Override
  public ZoneId getZone() {
    return present.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new PastClock(present.withZone(zone), behind.get());
  }
}

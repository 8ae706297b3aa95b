package io.assay.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that lags behind the system's and is moved forward until both agree. Thread-safe. */
final class DemoClock extends Clock {
  private volatile Duration lag;

  DemoClock(Duration lag) {
    this.lag = lag;
  }

  /**
   * Moves on to {@code moment}; a moment that has passed, or is yet to come for all, is ignored.
   */
  void reach(Instant moment) {
    Instant system = InstantSource.system().instant();
    Duration wanted = Duration.between(moment, system);
    if (!wanted.isNegative() && wanted.compareTo(lag) < 0) {
      lag = wanted;
    }
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().minus(lag);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the demo tells UTC");
  }
}

package io.assay.review.classifier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Leaves a failing service alone: after some failures in a row it lets nothing through for a while,
 * then one trial call at a time until one succeeds. Safe for use by many threads.
 */
final class Breaker {

  private final int failures;
  private final Duration rest;
  private final InstantSource clock;
  private int inARow;
  private Instant closedUntil = Instant.MIN;
  private boolean trial;

  Breaker(int failures, Duration rest, InstantSource clock) {
    this.failures = failures;
    this.rest = rest;
    this.clock = clock;
  }

  synchronized boolean admits() {
    if (inARow < failures) {
      return true;
    }
    if (trial || clock.instant().isBefore(closedUntil)) {
      return false;
    }
    trial = true;
    return true;
  }

  synchronized void succeeded() {
    inARow = 0;
    trial = false;
  }

  synchronized void failed() {
    inARow = Math.min(failures, inARow + 1);
    trial = false;
    if (inARow >= failures) {
      closedUntil = clock.instant().plus(rest);
    }
  }
}

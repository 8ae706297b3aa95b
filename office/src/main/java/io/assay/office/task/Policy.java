package io.assay.office.task;

import java.time.Duration;

/** What the law leaves to the operator: every number here is policy. */
public final class Policy {
  /** By when held content is decided. */
  public static final Duration HOLD = Duration.ofMinutes(30);

  /** By when a sample is looked at. */
  public static final Duration SAMPLE = Duration.ofHours(24);

  /** How long a reviewer holds a task without deciding. */
  public static final Duration LEASE = Duration.ofMinutes(10);

  /** How long a decision can be taken back before it takes effect. */
  public static final Duration UNDO = Duration.ofSeconds(10);

  /** How long released content passes. */
  public static final Duration RELEASE = Duration.ofDays(7);

  /** How long a released file is given out again after it was delivered. */
  public static final Duration DELIVER_AGAIN = Duration.ofMinutes(10);

  /** One hold in so many is decided by two persons, blind. */
  static final int DOUBLE_ONE_IN = 10;

  /** One blocked exchange in so many is sampled. */
  static final int BLOCKED_ONE_IN = 50;

  /** One delivered exchange in so many is sampled. */
  static final int PASSED_ONE_IN = 200;

  /** After so many decisions a reviewer gets an item whose answer is known. */
  static final int GOLDEN_EVERY = 25;

  /** A shift, and the most items that a reviewer opens in it. */
  public static final Duration SHIFT = Duration.ofHours(8);

  public static final int MOST_IN_SHIFT = 300;

  /** The most items in one hour; then a break. */
  public static final int MOST_IN_HOUR = 60;

  private Policy() {}

  /** Whether one in so many is chosen; the same id is always answered the same. */
  static boolean chosen(String id, int oneIn) {
    return Math.floorMod(id.hashCode() * 0x9E3779B1, oneIn) == 0;
  }
}

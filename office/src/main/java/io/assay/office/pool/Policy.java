package io.assay.office.pool;

import java.time.Duration;

/** What the law leaves to the operator: every number here is policy. */
public final class Policy {
  /** How long an emergency entry may stand before a second person has reviewed it. */
  public static final Duration EX_POST_REVIEW = Duration.ofHours(24);

  /** The share of benign texts that a new feature may block beside those blocked already. */
  public static final double MOST_OVER_BLOCK = 0.001;

  /** How long the pool may go without a change. */
  public static final Duration UPDATE = Duration.ofDays(7);

  /** The fewest characters of evidence. */
  static final int LEAST_EVIDENCE = 10;

  /** Words of letters shorter than this match as whole words only. */
  static final int SHORT_WORD = 4;

  /** How many of the operator's own latest decisions a replay takes. */
  static final int OWN_DECISIONS = 500;

  private Policy() {}
}

package io.assay.office.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's decision; it is never changed, only taken back at once or overturned by another.
 *
 * @param overturns the decision that it overturns; empty but for reversals
 * @param proposal the feature proposed with it; empty if none was
 */
public record Decision(
    String id,
    String task,
    String reviewer,
    Instant at,
    Choice choice,
    Ground ground,
    String note,
    Round round,
    String overturns,
    String proposal,
    long tookMillis,
    @Nullable Instant undoneAt) {

  /** In which turn it was made. */
  public enum Round {
    FIRST,
    SECOND,
    EXPERT,
    REVERSAL,
    /** The same picture as one that the reviewer decided. */
    CLUSTER
  }
}

package io.assay.office.task;

import io.assay.office.content.View.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something on which a person decides.
 *
 * @param id that of the exchange, with a prefix for samples
 * @param features the features that hit
 * @param wanted how many persons decide, each without seeing the other
 * @param dueAt policy
 * @param holder the reviewer who has it now
 * @param result what was decided; empty while it is open
 * @param golden whether its answer is known and it tests the reviewer
 */
public record Task(
    String id,
    String exchange,
    String subject,
    String tenant,
    String capability,
    Part part,
    Queue queue,
    String category,
    List<String> features,
    String pool,
    int priority,
    int wanted,
    Instant createdAt,
    Instant dueAt,
    State state,
    @Nullable String holder,
    @Nullable Instant heldUntil,
    @Nullable Choice result,
    boolean opened,
    @Nullable Choice golden) {

  /** Where a task stands. */
  public enum State {
    OPEN,
    /** Waits for a senior reviewer. */
    EXPERT,
    /** Decided; can be taken back for a moment more. */
    DECIDED,
    CLOSED;

    public String tone() {
      return switch (this) {
        case OPEN -> "hold";
        case EXPERT -> "refuse";
        case DECIDED -> "idle";
        case CLOSED -> "pass";
      };
    }

    public String icon() {
      return switch (this) {
        case OPEN -> "inbox";
        case EXPERT -> "star";
        case DECIDED -> "hourglass";
        case CLOSED -> "check";
      };
    }
  }

  public Task {
    features = List.copyOf(features);
  }

  public boolean waiting() {
    return state == State.OPEN || state == State.EXPERT;
  }

  public boolean heldBy(String actor, Instant now) {
    return waiting() && actor.equals(holder) && heldUntil != null && now.isBefore(heldUntil);
  }

  public boolean late(Instant now) {
    return waiting() && now.isAfter(dueAt);
  }
}

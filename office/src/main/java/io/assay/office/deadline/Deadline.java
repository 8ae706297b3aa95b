package io.assay.office.deadline;

import io.assay.office.staff.Right;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock.
 *
 * @param rule the row of the table of limits it was started with
 * @param about identifier of what has to be done in time
 * @param path the page of that thing
 * @param reminded whose holders are reminded
 * @param limit as promised on the day of the start; later changes of the table do not touch it
 * @param softAt from when it is due soon
 * @param hardAt from when it is urgent
 * @param provisional whether a year without a published calendar was counted
 * @param calendarVersion the years it was counted with; empty where none matter
 * @param pausedAt since when it stands still; null while it runs
 * @param endedAt when the thing was done or the clock was stopped for good
 */
public record Deadline(
    String id,
    String rule,
    String about,
    String path,
    Right reminded,
    Instant start,
    Limit limit,
    Basis basis,
    String source,
    Instant softAt,
    Instant hardAt,
    Instant due,
    State state,
    boolean provisional,
    String calendarVersion,
    @Nullable Instant pausedAt,
    @Nullable Instant endedAt) {

  /** Where a clock stands. */
  public enum State {
    RUNNING("pass", "clock"),
    /** Four fifths have passed. */
    SOFT("hold", "hourglass"),
    /** Nearly all has passed. */
    HARD("fail", "urgent"),
    MET("pass", "circle-check"),
    BREACHED("block", "alert-triangle"),
    /** What it was for fell away, as when a complaint is withdrawn. */
    DROPPED("idle", "circle-minus");

    private final String tone;
    private final String icon;

    State(String tone, String icon) {
      this.tone = tone;
      this.icon = icon;
    }

    public String tone() {
      return tone;
    }

    public String icon() {
      return icon;
    }
  }

  /** Whether what it is for is still to be done. */
  public boolean open() {
    return endedAt == null;
  }

  public boolean paused() {
    return pausedAt != null;
  }

  /** The state at a moment, from which {@link State#BREACHED} follows without waiting. */
  public State at(Instant now) {
    if (!open() || paused() || state == State.BREACHED) {
      return state;
    }
    if (now.isAfter(due)) {
      return State.BREACHED;
    }
    return now.isBefore(softAt) ? State.RUNNING : now.isBefore(hardAt) ? State.SOFT : State.HARD;
  }

  /** How much of the time has passed, from 0 to 100. */
  public int percent(Instant now) {
    Instant until = endedAt != null ? endedAt : pausedAt != null ? pausedAt : now;
    long whole = Math.max(1, Duration.between(start, due).toSeconds());
    return Math.clamp(Duration.between(start, until).toSeconds() * 100 / whole, 0, 100);
  }
}

package io.assay.office.sanction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sanction against a subject.
 *
 * @param exchanges the exchanges it rests on
 * @param proposedBy an actor; the system for the automatic rule
 * @param approvedBy the second person; null where one suffices
 * @param appealUntil when the time to appeal against a closure ends; null for the rest, which can
 *     be contested as long as they are on record
 * @param finalAt since when a closure can no longer be taken back; null before
 */
public record Sanction(
    String id,
    String subject,
    Statement statement,
    State state,
    List<String> exchanges,
    String proposedBy,
    @Nullable String approvedBy,
    @Nullable Instant endedAt,
    String endReason,
    @Nullable Instant appealUntil,
    @Nullable Instant finalAt) {

  /** Where a sanction stands. */
  public enum State {
    ACTIVE("block", "lock"),
    LIFTED("pass", "circle-check"),
    EXPIRED("idle", "clock"),
    OVERTURNED("pass", "arrow-back-up");

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

  public Sanction {
    exchanges = List.copyOf(exchanges);
  }

  public Level level() {
    return statement.level();
  }

  public boolean active() {
    return state == State.ACTIVE;
  }

  /** Whether it can be taken back no more. */
  public boolean closedForGood() {
    return finalAt != null;
  }

  /** Whether an appeal against it is taken at that moment. */
  public boolean contestable(Instant now) {
    return finalAt == null && (appealUntil == null || now.isBefore(appealUntil));
  }

  /** The public page with the reasons, whose address nobody can guess. */
  public static String decisionPath(String id) {
    return "/decision/" + id;
  }

  /** Where to appeal against it. */
  public static String appealPath(String id) {
    return "/appeal?about=" + id;
  }
}

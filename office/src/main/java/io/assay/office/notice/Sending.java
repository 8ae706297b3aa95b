package io.assay.office.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a notice on one channel, for pages. */
public record Sending(
    String id,
    Channel channel,
    String kind,
    String about,
    State state,
    int tries,
    Instant createdAt,
    Instant nextAt,
    @Nullable Instant sentAt,
    String problem) {

  /** Where it stands. */
  public enum State {
    WAITING,
    SENT,
    FAILED
  }
}

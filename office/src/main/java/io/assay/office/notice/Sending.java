package io.assay.office.notice;

import io.assay.office.Remark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a notice on one channel, for pages.
 *
 * @param tenant whom it concerns; empty for the operator alone
 */
public record Sending(
    String id,
    Channel channel,
    String kind,
    String about,
    String tenant,
    State state,
    int tries,
    Instant createdAt,
    Instant nextAt,
    @Nullable Instant sentAt,
    Remark problem) {

  /** Where it stands. */
  public enum State {
    WAITING,
    SENT,
    FAILED
  }
}

package io.assay.office.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case as whoever brought it reads it: nothing of the staff who handle it. */
record OwnCase(
    String id,
    Door door,
    CaseState state,
    String about,
    String topic,
    Instant receivedAt,
    @Nullable Finding finding,
    @Nullable Instant decidedAt,
    @Nullable Instant closedAt,
    @Nullable Satisfaction satisfaction) {
  static OwnCase of(IntakeCase it) {
    return new OwnCase(
        it.id(),
        it.door(),
        it.state(),
        it.about(),
        it.topic(),
        it.receivedAt(),
        it.finding(),
        it.decidedAt(),
        it.closedAt(),
        it.satisfaction());
  }
}

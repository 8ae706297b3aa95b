package io.assay.office.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appeal, a complaint or a report. What people wrote is kept apart, sealed.
 *
 * @param about what it is about: a sanction, an exchange, a content number; empty when not given
 * @param topic the kind of matter, the end of a message key
 * @param contact whether there is an address to which news go
 * @param language in which the complainant wrote
 * @param handler the actor who holds it; null while nobody does
 * @param approvedBy the compliance officer who agreed to the decision of an appeal
 * @param contestedBy the actors who took the contested decision, separated by blanks
 * @param satisfaction what the complainant said of it; null while nothing was said
 * @param erasedAt when what people wrote was erased
 */
public record IntakeCase(
    String id,
    Door door,
    CaseState state,
    String about,
    String topic,
    boolean contact,
    String language,
    Instant receivedAt,
    @Nullable String handler,
    String contestedBy,
    @Nullable Finding finding,
    @Nullable String decidedBy,
    @Nullable String approvedBy,
    @Nullable Instant decidedAt,
    @Nullable Instant notifiedAt,
    @Nullable Instant closedAt,
    @Nullable Satisfaction satisfaction,
    @Nullable Instant erasedAt) {

  /** Whether this actor took the decision that is contested here. */
  public boolean contested(String actor) {
    return (" " + contestedBy + " ").contains(" " + actor + " ");
  }

  /** Whether the complainant has a result of which they said nothing yet. */
  public boolean ratable() {
    boolean answered = state == CaseState.NOTIFIED || state == CaseState.CLOSED;
    return answered && satisfaction == null;
  }

  public boolean heldBy(String actor) {
    return actor.equals(handler);
  }

  /** The page of staff about it. */
  public String path() {
    return "/cases/" + id;
  }
}

package io.assay.office.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param by an actor; {@code complainant} for the person who came
 * @param state the state it went to; null for a message or a note
 * @param text what was written; null once it is erased
 */
public record Line(
    String id,
    Instant at,
    Author author,
    String by,
    @Nullable CaseState state,
    @Nullable String text) {
  static final String COMPLAINANT = "complainant";

  /** Who wrote it and who may read it. */
  public enum Author {
    COMPLAINANT,
    STAFF,
    /** For staff only. */
    NOTE,
    /** The reasons of a decision that waits for approval; for staff only. */
    DRAFT,
    SYSTEM
  }

  public boolean own() {
    return author == Author.COMPLAINANT;
  }

  Line withoutText() {
    return new Line(id, at, author, by, state, null);
  }

  /** For the complainant, who does not learn the names of staff. */
  Line withoutName() {
    return own() ? this : new Line(id, at, author, "", state, text);
  }

  boolean forComplainant() {
    return author != Author.NOTE && author != Author.DRAFT;
  }
}

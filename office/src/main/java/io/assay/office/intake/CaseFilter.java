package io.assay.office.intake;

import java.time.Instant;
import java.util.Optional;

/** Which cases a list shows. Empty parts restrict nothing. */
record CaseFilter(
    Optional<Door> door,
    Optional<CaseState> state,
    String handler,
    String about,
    Optional<Cursor> before) {

  /** The last case of a page, after which the next one begins. */
  record Cursor(Instant at, String id) {

    static Cursor of(IntakeCase last) {
      return new Cursor(last.receivedAt(), last.id());
    }

    static Optional<Cursor> parse(String text) {
      String[] parts = text.split("_", 3);
      try {
        return parts.length < 3
            ? Optional.empty()
            : Optional.of(
                new Cursor(
                    Instant.EPOCH.plusNanos(Long.parseLong(parts[0]) * 1_000),
                    parts[1] + "_" + parts[2]));
      } catch (NumberFormatException foreign) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000 + "_" + id;
    }
  }
}

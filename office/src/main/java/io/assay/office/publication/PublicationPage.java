package io.assay.office.publication;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A page of publications, the latest first.
 *
 * @param next where the following page begins; empty on the last
 */
public record PublicationPage(List<Publication> publications, Optional<Cursor> next) {
  public PublicationPage {
    publications = List.copyOf(publications);
  }

  /** The last publication of a page. */
  public record Cursor(Instant at, String id) {
    /** Reads what {@link #toString} gave; empty when it is none. */
    public static Optional<Cursor> parse(String text) {
      int split = text.indexOf('~');
      try {
        return split < 0
            ? Optional.empty()
            : Optional.of(
                new Cursor(Instant.parse(text.substring(0, split)), text.substring(split + 1)));
      } catch (DateTimeParseException malformed) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return at + "~" + id;
    }
  }
}

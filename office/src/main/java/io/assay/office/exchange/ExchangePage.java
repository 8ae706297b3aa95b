package io.assay.office.exchange;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A page of exchanges, the latest first.
 *
 * @param next where the following page begins; empty on the last
 */
public record ExchangePage(List<ExchangeSummary> exchanges, Optional<Cursor> next) {
  public ExchangePage {
    exchanges = List.copyOf(exchanges);
  }

  /** The last exchange of a page; the following page holds what comes after it. */
  public record Cursor(Instant receivedAt, String id) {

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
      return receivedAt + "~" + id;
    }
  }
}

package io.assay.office;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The last row of a page of a list in the order of time; the following page holds what comes after
 * it.
 *
 * @param at the time by which the list is ordered
 * @param id tells rows of the same time apart
 */
public record Cursor(Instant at, String id) {
  /** Before the first row of a list with the newest first. */
  public static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "");

  /** Before the first row of a list with the oldest first. */
  public static final Cursor OLDEST = new Cursor(Instant.EPOCH, "");

  /** Reads what {@link #toString} gave; empty when it is none. */
  public static Optional<Cursor> parse(String text) {
    int split = text.indexOf('~');
    try {
      return split < 0
          ? Optional.empty()
          : Optional.of(
              new Cursor(Instant.parse(text.substring(0, split)), text.substring(split + 1)));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return at + "~" + id;
  }
}

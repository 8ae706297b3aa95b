package io.assay.office.deadline;

import io.assay.office.Cursor;
import java.time.Instant;
import java.util.Optional;

/** Which clocks a list shows: those of a thing or due within a time, else the open ones. */
record DeadlineFilter(
    String about, Optional<Instant> from, Optional<Instant> to, Optional<Cursor> after) {
  boolean openOnly() {
    return about.isEmpty() && from.isEmpty() && to.isEmpty();
  }
}

package io.assay.office.intake;

import io.assay.office.deadline.Basis;
import io.assay.office.deadline.Deadline;
import io.assay.office.deadline.Limit;
import java.time.Instant;

/** A clock of a case as whoever brought it reads it. */
record Term(
    String rule, Limit limit, Basis basis, Instant due, Deadline.State state, boolean provisional) {
  static Term of(Deadline it) {
    return new Term(it.rule(), it.limit(), it.basis(), it.due(), it.state(), it.provisional());
  }
}

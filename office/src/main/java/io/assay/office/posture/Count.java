package io.assay.office.posture;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * How many controls stood how at the end of a day.
 *
 * @param satisfied those that pass, are due soon or do not apply
 * @param lacking those without enough evidence
 */
public record Count(LocalDate day, long satisfied, long lacking, long stale, long failing) {

  static Count of(LocalDate day, Collection<Status> statuses) {
    List<Status> all = List.copyOf(statuses);
    return new Count(
        day,
        all.stream().filter(Status::satisfied).count(),
        all.stream().filter(Status.INSUFFICIENT_EVIDENCE::equals).count(),
        all.stream().filter(Status.STALE::equals).count(),
        all.stream().filter(Status.FAIL::equals).count());
  }
}

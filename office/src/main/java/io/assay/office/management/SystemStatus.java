package io.assay.office.management;

import io.assay.office.posture.Status;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How a management system stands on a day. Computed, never set.
 *
 * @param inForce the edition in force; empty when there is none
 * @param controls what each linked control says, in order
 * @param drill the last one
 */
public record SystemStatus(
    ManagementSystem system,
    Optional<Edition> inForce,
    Map<String, Status> controls,
    Optional<Drill> drill,
    Verdict verdict) {

  /** The worst that can be said. */
  public enum Verdict {
    /** No approved document is in force. */
    MISSING,
    /** There is a document, and no live control shows that anybody acts on it. */
    PAPER_ONLY,
    /** Every live control fails. */
    FAILING,
    REVIEW_OVERDUE,
    /** No drill within twelve months. */
    DRILL_OVERDUE,
    IN_FORCE
  }

  static Verdict verdict(
      Optional<Edition> inForce,
      Map<String, Status> controls,
      Optional<Drill> drill,
      LocalDate today) {
    if (inForce.isEmpty()) {
      return Verdict.MISSING;
    }
    if (controls.values().stream().noneMatch(SystemStatus::live)) {
      return Verdict.PAPER_ONLY;
    }
    if (controls.values().stream().filter(SystemStatus::live).allMatch(Status.FAIL::equals)) {
      return Verdict.FAILING;
    }
    if (inForce.get().charter().nextReview().isBefore(today)) {
      return Verdict.REVIEW_OVERDUE;
    }
    LocalDate oldest = today.minusMonths(Charter.MONTHS_TO_REVIEW);
    return drill.filter(it -> !it.heldOn().isBefore(oldest)).isPresent()
        ? Verdict.IN_FORCE
        : Verdict.DRILL_OVERDUE;
  }

  /** Whether the control really observes something. */
  private static boolean live(Status status) {
    return status != Status.INSUFFICIENT_EVIDENCE && status != Status.NOT_APPLICABLE;
  }
}

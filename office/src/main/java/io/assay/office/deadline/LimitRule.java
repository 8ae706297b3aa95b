package io.assay.office.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of limits.
 *
 * @param rule what the limit is for, dotted, the feature first: {@code intake.appeal-decide}
 * @param source where it stands
 * @param effectiveTo the last day on which it starts clocks; null while it has none
 */
public record LimitRule(
    String rule,
    Limit limit,
    Basis basis,
    String source,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo) {

  boolean inForce(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }
}

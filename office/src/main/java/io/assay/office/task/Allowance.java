package io.assay.office.task;

import io.assay.office.policy.Policies;
import java.time.Duration;

/** How many items a reviewer may open in an hour and in a shift; policy. */
public record Allowance(int inHour, int inShift, Duration shift) {
  static Allowance of(Policies policies) {
    return new Allowance(
        policies.count(Policy.MOST_IN_HOUR),
        policies.count(Policy.MOST_IN_SHIFT),
        policies.duration(Policy.SHIFT));
  }
}

package io.assay.office.task;

import io.assay.office.policy.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps reviewers from seeing too much in one go. The numbers are policy. */
@Component
class Exposure {
  private final TaskStore tasks;
  private final Policies policies;
  private final Clock clock;

  Exposure(TaskStore tasks, Policies policies, Clock clock) {
    this.tasks = tasks;
    this.policies = policies;
    this.clock = clock;
  }

  /** How much a reviewer has opened; {@code breakUntil} is when they may go on, if not now. */
  public record Budget(
      long inHour, long inShift, Allowance allowed, Optional<Instant> breakUntil) {}

  Budget of(String reviewer) {
    Instant now = clock.instant();
    Allowance allowed = Allowance.of(policies);
    return budget(tasks.openings(reviewer, now.minus(allowed.shift())), allowed, now);
  }

  /**
   * The budget after these openings.
   *
   * @param openings within the shift, the earliest first
   */
  static Budget budget(List<Instant> openings, Allowance allowed, Instant now) {
    Duration hour = Duration.ofHours(1);
    List<Instant> recent = openings.stream().filter(it -> it.isAfter(now.minus(hour))).toList();
    Optional<Instant> pause = Optional.empty();
    if (openings.size() >= allowed.inShift()) {
      Instant freeing = openings.get(openings.size() - allowed.inShift());
      pause = Optional.of(freeing.plus(allowed.shift()));
    } else if (recent.size() >= allowed.inHour()) {
      Instant freeing = recent.get(recent.size() - allowed.inHour());
      pause = Optional.of(freeing.plus(hour));
    }
    return new Budget(recent.size(), openings.size(), allowed, pause.filter(now::isBefore));
  }
}

package io.assay.office.task;

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
  private final Clock clock;

  Exposure(TaskStore tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** How much a reviewer has opened; {@code breakUntil} is when they may go on, if not now. */
  public record Budget(long inHour, long inShift, Optional<Instant> breakUntil) {}

  Budget of(String reviewer) {
    Instant now = clock.instant();
    return budget(tasks.openings(reviewer, now.minus(Policy.SHIFT)), now);
  }

  /**
   * The budget after these openings.
   *
   * @param openings within the shift, the earliest first
   */
  static Budget budget(List<Instant> openings, Instant now) {
    Duration hour = Duration.ofHours(1);
    List<Instant> recent = openings.stream().filter(it -> it.isAfter(now.minus(hour))).toList();
    Optional<Instant> pause = Optional.empty();
    if (openings.size() >= Policy.MOST_IN_SHIFT) {
      Instant freeing = openings.get(openings.size() - Policy.MOST_IN_SHIFT);
      pause = Optional.of(freeing.plus(Policy.SHIFT));
    } else if (recent.size() >= Policy.MOST_IN_HOUR) {
      Instant freeing = recent.get(recent.size() - Policy.MOST_IN_HOUR);
      pause = Optional.of(freeing.plus(hour));
    }
    return new Budget(recent.size(), openings.size(), pause.filter(now::isBefore));
  }
}

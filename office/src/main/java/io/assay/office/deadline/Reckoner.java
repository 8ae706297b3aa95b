package io.assay.office.deadline;

import io.assay.office.calendar.Due;
import io.assay.office.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Works out when a limit is over. The day of the start is not counted; limits in days end with the
 * day, months are clipped to the end of the month; time in which the clock was paused is added.
 */
final class Reckoner {
  static final double SOFT = 0.8;
  static final double HARD = 0.95;
  private static final double NEARLY_NOTHING = 1e-9;

  private final WorkCalendar calendar;

  Reckoner(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  /** When a clock turns soft, turns hard and is over. */
  record Times(Instant soft, Instant hard, Instant due, boolean provisional, String version) {}

  /** A time in which the clock stood still. */
  record Pause(Instant from, Instant to) {}

  Times times(Instant start, Limit limit, List<Pause> pauses) {
    return switch (limit.unit()) {
      case MINUTE -> elapsed(start, Duration.ofMinutes(limit.value()), pauses);
      case HOUR -> elapsed(start, Duration.ofHours(limit.value()), pauses);
      case DAY -> days(start, day(start).plusDays(limit.value()), pauses);
      case MONTH -> days(start, day(start).plusMonths(limit.value()), pauses);
      case WORKING_DAY -> workingDays(start, limit.value(), pauses);
    };
  }

  private static Times elapsed(Instant start, Duration length, List<Pause> pauses) {
    Duration still =
        pauses.stream()
            .map(it -> Duration.between(it.from(), it.to()))
            .reduce(Duration.ZERO, Duration::plus);
    Instant from = start.plus(still);
    return new Times(
        share(from, from.plus(length), SOFT),
        share(from, from.plus(length), HARD),
        from.plus(length),
        false,
        "");
  }

  private static Times days(Instant start, LocalDate last, List<Pause> pauses) {
    long still =
        pauses.stream()
            .mapToLong(it -> ChronoUnit.DAYS.between(day(it.from()), day(it.to())))
            .sum();
    Instant due = endOf(last.plusDays(still));
    return new Times(share(start, due, SOFT), share(start, due, HARD), due, false, "");
  }

  private Times workingDays(Instant start, int days, List<Pause> pauses) {
    int still =
        pauses.stream().mapToInt(it -> calendar.between(day(it.from()), day(it.to()))).sum();
    int all = days + still;
    Due due = calendar.after(day(start), all);
    return new Times(
        within(day(start), still + days * SOFT),
        within(day(start), still + days * HARD),
        endOf(due.day()),
        due.provisional(),
        due.version());
  }

  /** The moment at which so many working days, whole and in part, have passed. */
  private Instant within(LocalDate start, double days) {
    int whole = (int) Math.floor(days + NEARLY_NOTHING);
    double part = days - whole;
    if (part < NEARLY_NOTHING) {
      return startOf(calendar.after(start, whole).day().plusDays(1));
    }
    Instant morning = startOf(calendar.after(start, whole + 1).day());
    return morning.plusSeconds(Math.round(part * Duration.ofDays(1).toSeconds()));
  }

  private static Instant share(Instant from, Instant to, double share) {
    return from.plusSeconds(Math.round(Duration.between(from, to).toSeconds() * share));
  }

  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, WorkCalendar.ZONE);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
  }

  /** The last moment of the day that the database can tell from the next. */
  private static Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
  }
}

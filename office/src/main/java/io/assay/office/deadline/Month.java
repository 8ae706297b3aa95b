package io.assay.office.deadline;

import io.assay.office.calendar.DayKind;
import io.assay.office.calendar.WorkCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A month as whole weeks, Monday first, each day with what falls due on it. */
public record Month(YearMonth month, boolean published, List<Day> days) {
  private static final int SHOWN = 3;

  public Month {
    days = List.copyOf(days);
  }

  /** A day of the grid. */
  public record Day(
      LocalDate date, DayKind kind, boolean inside, boolean today, List<Deadline> due) {
    public Day {
      due = List.copyOf(due);
    }

    public List<Deadline> shown() {
      return due.stream().limit(SHOWN).toList();
    }

    public int more() {
      return Math.max(0, due.size() - SHOWN);
    }
  }

  static LocalDate firstDay(YearMonth month) {
    return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  static LocalDate lastDay(YearMonth month) {
    return month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }

  static Month of(YearMonth month, WorkCalendar calendar, LocalDate today, List<Deadline> due) {
    Map<LocalDate, List<Deadline>> byDay =
        due.stream().collect(Collectors.groupingBy(it -> Reckoner.day(it.due())));
    List<Day> days =
        firstDay(month)
            .datesUntil(lastDay(month).plusDays(1))
            .map(
                date ->
                    new Day(
                        date,
                        calendar.kind(date),
                        YearMonth.from(date).equals(month),
                        date.equals(today),
                        byDay.getOrDefault(date, List.of())))
            .toList();
    return new Month(month, calendar.published(month.getYear()), days);
  }

  /** The month of that name, or of the moment when it is none. */
  static YearMonth named(String text, Instant now) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException none) {
      return YearMonth.from(Reckoner.day(now));
    }
  }

  public String previous() {
    return month.minusMonths(1).toString();
  }

  public String next() {
    return month.plusMonths(1).toString();
  }
}

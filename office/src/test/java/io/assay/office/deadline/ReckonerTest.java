package io.assay.office.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.calendar.WorkCalendar;
import io.assay.office.calendar.Year;
import io.assay.office.deadline.Limit.Unit;
import io.assay.office.deadline.Reckoner.Pause;
import io.assay.office.deadline.Reckoner.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReckonerTest {
  private static final Set<LocalDate> OFF =
      LocalDate.of(2026, 9, 25)
          .datesUntil(LocalDate.of(2026, 9, 28))
          .collect(Collectors.toUnmodifiableSet());
  private static final Year YEAR =
      new Year(2026, "2026.1", "test", OFF, Set.of(LocalDate.of(2026, 9, 20)));
  private static final Reckoner RECKONER = new Reckoner(WorkCalendar.of(List.of(YEAR)));
  private static final Instant FRIDAY = at("2026-09-18T15:00");

  @Test
  void fiveWorkingDays_overAWorkedSunday() {
    Times times = RECKONER.times(FRIDAY, new Limit(5, Unit.WORKING_DAY), List.of());
    assertThat(local(times.due())).isEqualTo("2026-09-24T23:59:59.999999");
    assertThat(local(times.soft())).isEqualTo("2026-09-24T00:00");
    assertThat(local(times.hard())).isEqualTo("2026-09-24T18:00");
    assertThat(times.provisional()).isFalse();
  }

  @Test
  void noReminderFallsIntoAHoliday() {
    Times times = RECKONER.times(at("2026-09-23T09:00"), new Limit(2, Unit.WORKING_DAY), List.of());
    assertThat(local(times.due())).startsWith("2026-09-28");
    assertThat(local(times.soft())).isEqualTo("2026-09-28T14:24");
  }

  @Test
  void monthsAreClippedToTheirEnd() {
    Times times = RECKONER.times(at("2026-08-31T10:00"), new Limit(6, Unit.MONTH), List.of());
    assertThat(local(times.due())).isEqualTo("2027-02-28T23:59:59.999999");
  }

  @Test
  void hoursRunThroughNightAndWeekend() {
    Times times = RECKONER.times(FRIDAY, new Limit(24, Unit.HOUR), List.of());
    assertThat(local(times.due())).isEqualTo("2026-09-19T15:00");
    assertThat(local(times.soft())).isEqualTo("2026-09-19T10:12");
  }

  @Test
  void pausesAreAdded_inTheUnitOfTheLimit() {
    List<Pause> pause = List.of(new Pause(at("2026-09-21T09:00"), at("2026-09-23T09:00")));
    assertThat(local(RECKONER.times(FRIDAY, new Limit(24, Unit.HOUR), pause).due()))
        .isEqualTo("2026-09-21T15:00");
    assertThat(local(RECKONER.times(FRIDAY, new Limit(5, Unit.WORKING_DAY), pause).due()))
        .startsWith("2026-09-29");
  }

  @Test
  void isProvisional_intoAnUnpublishedYear() {
    Times times = RECKONER.times(at("2026-12-30T10:00"), new Limit(5, Unit.WORKING_DAY), List.of());
    assertThat(times.provisional()).isTrue();
    assertThat(times.version()).isEqualTo("2026.1");
  }

  @Property
  void softComesBeforeHard_andHardBeforeDue(
      @ForAll @IntRange(max = 500_000) int minutes,
      @ForAll @IntRange(min = 1, max = 60) int value,
      @ForAll Unit unit) {
    Instant start = at("2026-01-02T00:00").plusSeconds(60L * minutes);
    Times times = RECKONER.times(start, new Limit(value, unit), List.of());
    assertThat(times.soft()).isBeforeOrEqualTo(times.hard()).isAfter(start);
    assertThat(times.hard()).isBeforeOrEqualTo(times.due());
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
  }

  private static String local(Instant moment) {
    return LocalDateTime.ofInstant(moment, WorkCalendar.ZONE).toString();
  }
}

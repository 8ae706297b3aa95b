package io.assay.office.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts working days in China. The day of the start is not counted. A year without a published
 * notice is counted Monday to Friday, and whatever touches it is provisional. Immutable.
 */
public final class WorkCalendar {
  /** The zone in which days begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int MOST = 10_000;

  private final TreeMap<Integer, Year> years;
  private final Map<LocalDate, DayKind> special;

  private WorkCalendar(TreeMap<Integer, Year> years, Map<LocalDate, DayKind> special) {
    this.years = years;
    this.special = special;
  }

  /** The calendar of these years; a later year's notice goes before an earlier one's. */
  public static WorkCalendar of(Collection<Year> published) {
    TreeMap<Integer, Year> years = new TreeMap<>();
    published.forEach(it -> years.put(it.year(), it));
    Map<LocalDate, DayKind> special = new TreeMap<>();
    for (Year year : years.values()) {
      year.off().forEach(day -> special.put(day, DayKind.HOLIDAY));
      year.work().forEach(day -> special.put(day, DayKind.MAKE_UP));
    }
    return new WorkCalendar(years, special);
  }

  public boolean published(int year) {
    return years.containsKey(year);
  }

  public DayKind kind(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return special.getOrDefault(day, weekend ? DayKind.WEEKEND : DayKind.WORKDAY);
  }

  public boolean working(LocalDate day) {
    return kind(day).working();
  }

  /**
   * The {@code days}-th working day after {@code start}.
   *
   * @throws IllegalArgumentException when {@code days} is not between 1 and 10 000
   */
  public Due after(LocalDate start, int days) {
    if (days < 1 || days > MOST) {
      throw new IllegalArgumentException(days + " working days; give 1 to " + MOST);
    }
    LocalDate day = start;
    boolean provisional = false;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      provisional |= !published(day.getYear());
      if (working(day)) {
        left--;
      }
    }
    return new Due(day, provisional, version());
  }

  /** How many working days come after {@code start} up to and with {@code end}. */
  public int between(LocalDate start, LocalDate end) {
    return (int) start.plusDays(1).datesUntil(end.plusDays(1)).filter(this::working).count();
  }

  /** The versions of all years, which name this calendar. */
  public String version() {
    return years.values().stream().map(Year::version).collect(Collectors.joining("+"));
  }
}

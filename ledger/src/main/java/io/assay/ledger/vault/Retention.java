package io.assay.ledger.vault;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;

/**
 * How many calendar months each class of event is kept, counted in the deployment's time zone. The
 * last day is the day with the same number, or the month's last (2026-08-31 and 6 months give
 * 2027-02-28). Six months are the least for network logs (Cybersecurity Law).
 *
 * @param months by event class
 */
public record Retention(ZoneId zone, Map<String, Integer> months) {

  public Retention {
    months = Map.copyOf(months);
    months.forEach(
        (eventClass, count) -> {
          if (count < 0) {
            throw new IllegalArgumentException(eventClass + " cannot be kept " + count + " months");
          }
        });
  }

  /** The last day on which a record of a day must be kept. */
  public LocalDate until(String eventClass, LocalDate day) {
    return day.plusMonths(monthsOf(eventClass));
  }

  /** The last day on which any record of a month must be kept. */
  LocalDate until(String eventClass, YearMonth month) {
    return until(eventClass, month.atEndOfMonth());
  }

  void check(String eventClass) {
    monthsOf(eventClass);
  }

  private int monthsOf(String eventClass) {
    Integer count = months.get(eventClass);
    if (count == null) {
      throw new IllegalArgumentException(
          "no retention is set for event class " + eventClass + "; set one of " + months.keySet());
    }
    return count;
  }
}

package io.assay.office.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the notice of one year says.
 *
 * @param version grows with every correction of the file
 * @param source the notice it was taken from
 * @param off days off, weekends within a holiday included
 * @param work Saturdays and Sundays that are worked to make up for days off
 */
public record Year(
    int year, String version, String source, Set<LocalDate> off, Set<LocalDate> work) {
  public Year {
    off = Set.copyOf(off);
    work = Set.copyOf(work);
    if (version.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("the calendar of " + year + " lacks version or source");
    }
    for (LocalDate day : off) {
      if (work.contains(day)) {
        throw new IllegalArgumentException(day + " is both off and worked");
      }
    }
    int first = year - 1;
    if (!off.stream().allMatch(it -> it.getYear() == year || it.getYear() == first)
        || !work.stream().allMatch(it -> it.getYear() == year || it.getYear() == first)) {
      throw new IllegalArgumentException(
          "the calendar of " + year + " has a day of neither that year nor the December before");
    }
  }
}

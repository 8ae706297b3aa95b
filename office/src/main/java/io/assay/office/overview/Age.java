package io.assay.office.overview;

import java.time.Duration;

/**
 * How long ago something happened, in the largest unit that fits.
 *
 * @param unit the end of a message key: {@code now}, {@code seconds}, {@code minutes}, {@code
 *     hours}, {@code days}
 */
public record Age(String unit, long amount) {

  public static Age of(Duration age) {
    if (age.toSeconds() < 1) {
      return new Age("now", 0);
    }
    if (age.toSeconds() < 120) {
      return new Age("seconds", age.toSeconds());
    }
    if (age.toMinutes() < 120) {
      return new Age("minutes", age.toMinutes());
    }
    return age.toHours() < 48 ? new Age("hours", age.toHours()) : new Age("days", age.toDays());
  }
}

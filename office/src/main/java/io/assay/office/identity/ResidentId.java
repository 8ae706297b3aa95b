package io.assay.office.identity;

import io.assay.office.identity.Reading.Flaw;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/**
 * A citizen identification number of 18 characters, also of residence permits and of foreigners'
 * permanent residence cards (GB 11643-1999, check character by ISO/IEC 7064 MOD 11-2). Immutable;
 * {@link #toString} is masked.
 */
public record ResidentId(String number) {
  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final Set<String> DIVISIONS =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "81", "82", "83");

  /**
   * @throws IllegalArgumentException unless {@code number} is 17 digits and a check character
   */
  public ResidentId {
    if (!number.matches("[0-9]{17}[0-9X]")) {
      throw new IllegalArgumentException("not 17 digits and a digit or X; use parse");
    }
  }

  /** Reads what somebody typed; {@code today} tells which births lie ahead. */
  public static Reading<ResidentId> parse(String text, LocalDate today) {
    String number = Typed.normalised(text);
    if (number.length() == OLD_LENGTH && number.matches("[0-9]+")) {
      number = lengthened(number);
    }
    if (number.length() != LENGTH) {
      return Reading.flawed(Flaw.LENGTH);
    }
    if (!number.matches("[0-9]{17}[0-9X]")) {
      return Reading.flawed(Flaw.CHARACTER);
    }
    if (!number.startsWith("9") && !DIVISIONS.contains(number.substring(0, 2))) {
      return Reading.flawed(Flaw.DIVISION);
    }
    ResidentId id = new ResidentId(number);
    try {
      if (id.birthDate().isAfter(today)) {
        return Reading.flawed(Flaw.FUTURE);
      }
    } catch (DateTimeException impossible) {
      return Reading.flawed(Flaw.DATE);
    }
    if (number.charAt(LENGTH - 1) != checkCharacter(number)) {
      return Reading.flawed(Flaw.CHECK);
    }
    return new Reading.Valid<>(id);
  }

  /**
   * @throws DateTimeException when the number names no day of the calendar
   */
  public LocalDate birthDate() {
    return LocalDate.of(
        Integer.parseInt(number.substring(6, 10)),
        Integer.parseInt(number.substring(10, 12)),
        Integer.parseInt(number.substring(12, 14)));
  }

  public int age(LocalDate today) {
    return Period.between(birthDate(), today).getYears();
  }

  /** The number with the date of birth and what follows hidden, except the last four. */
  public String masked() {
    return number.substring(0, 3) + "*".repeat(11) + number.substring(14);
  }

  @Override
  public String toString() {
    return masked();
  }

  private static String lengthened(String old) {
    String number = old.substring(0, 6) + "19" + old.substring(6);
    return number + checkCharacter(number);
  }

  private static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
  }
}

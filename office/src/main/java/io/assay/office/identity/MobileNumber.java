package io.assay.office.identity;

import io.assay.office.identity.Reading.Flaw;

/**
 * A mobile number of mainland China, 11 digits. That it looks right proves nothing: the code sent
 * to it does. Immutable; {@link #toString} is masked.
 */
public record MobileNumber(String digits) {
  private static final String SHAPE = "1[3-9][0-9]{9}";
  private static final String RESOLD = "1(40|41|44|46|48|62|65|67|70|71)[0-9]{8}";

  /**
   * @throws IllegalArgumentException unless {@code digits} is 1, 3 to 9, and nine digits
   */
  public MobileNumber {
    if (!digits.matches(SHAPE)) {
      throw new IllegalArgumentException("not a mobile number; use parse");
    }
  }

  public static Reading<MobileNumber> parse(String text) {
    String digits = Typed.normalised(text).replaceFirst("^(\\+86|0086)", "");
    if (!digits.matches("[0-9]*")) {
      return Reading.flawed(Flaw.CHARACTER);
    }
    if (digits.length() != 11) {
      return Reading.flawed(Flaw.LENGTH);
    }
    if (!digits.matches(SHAPE)) {
      return Reading.flawed(Flaw.PREFIX);
    }
    return new Reading.Valid<>(new MobileNumber(digits));
  }

  /** Whether the prefix is one of virtual operators or of machines: a warning, no refusal. */
  public boolean resold() {
    return digits.matches(RESOLD);
  }

  public String masked() {
    return digits.substring(0, 3) + "****" + digits.substring(7);
  }

  @Override
  public String toString() {
    return masked();
  }
}

package io.assay.office.identity;

import io.assay.office.identity.Reading.Flaw;

/**
 * The unified social credit code of an organisation, 18 characters (GB 32100-2015), whose
 * characters 9 to 17 are an organisation code with a check of its own (GB 11714-1997). Immutable.
 */
public record UnifiedSocialCreditCode(String code) {
  private static final int LENGTH = 18;
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String SHAPE = "[" + ALPHABET + "]{2}[0-9]{6}[" + ALPHABET + "]{10}";
  private static final int ORGANISATION = 8;
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  /**
   * @throws IllegalArgumentException unless {@code code} has the shape of such a code
   */
  public UnifiedSocialCreditCode {
    if (!code.matches(SHAPE)) {
      throw new IllegalArgumentException("not a unified social credit code; use parse");
    }
  }

  public static Reading<UnifiedSocialCreditCode> parse(String text) {
    String code = Typed.normalised(text);
    if (code.length() != LENGTH) {
      return Reading.flawed(Flaw.LENGTH);
    }
    if (!code.matches(SHAPE)) {
      return Reading.flawed(Flaw.CHARACTER);
    }
    if (code.charAt(LENGTH - 1) != check(code)) {
      return Reading.flawed(Flaw.CHECK);
    }
    if (code.charAt(LENGTH - 2) != organisationCheck(code)) {
      return Reading.flawed(Flaw.ORGANISATION_CHECK);
    }
    return new Reading.Valid<>(new UnifiedSocialCreditCode(code));
  }

  public String masked() {
    return code.substring(0, 4) + "*".repeat(10) + code.substring(14);
  }

  @Override
  public String toString() {
    return masked();
  }

  /** The last character by weights of powers of 3, modulo 31. */
  private static char check(String code) {
    int size = ALPHABET.length();
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % size;
    }
    return ALPHABET.charAt((size - sum % size) % size);
  }

  private static char organisationCheck(String code) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum +=
          Character.digit(code.charAt(ORGANISATION + i), Character.MAX_RADIX)
              * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 11 ? '0' : check == 10 ? 'X' : (char) ('0' + check);
  }
}

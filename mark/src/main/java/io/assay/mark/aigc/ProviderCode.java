package io.assay.mark.aigc;

import java.util.Optional;

/**
 * The 27-character provider code of TC260-PG-20252A: format {@code 00}, subject type {@code 1},
 * binding {@code 1}, the 18-character unified social credit code, the service and four characters
 * for the model or application. The code is the operator's own; this type checks one and never
 * makes one up.
 */
public record ProviderCode(String value) {
  private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int USCC_LENGTH = 18;
  private static final int USCC_AT = 4;

  /** What the provider does. */
  public enum Service {
    NONE('0'),
    GENERATE('1'),
    PROPAGATE('2');

    private final char code;

    Service(char code) {
      this.code = code;
    }
  }

  public ProviderCode {
    Optional<String> fault = fault(value);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("provider code " + value + ": " + fault.get());
    }
  }

  /** Puts a code together from an organisation's credit code, e.g. with model code {@code 0000}. */
  public static ProviderCode of(String uscc, Service service, String model) {
    return new ProviderCode("0011" + uscc + service.code + model);
  }

  public String uscc() {
    return value.substring(USCC_AT, USCC_AT + USCC_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }

  /** What is wrong with a code; empty where nothing is. */
  public static Optional<String> fault(String value) {
    if (!value.matches("[0-9A-Z]{27}")) {
      return Optional.of("27 digits and capital letters are needed");
    }
    if (!value.startsWith("0011")) {
      return Optional.of("it starts with 0011 (format 00, organisation, credit code)");
    }
    if (value.charAt(22) < '0' || value.charAt(22) > '2') {
      return Optional.of("its 23rd character is 1 (generate), 2 (propagate) or 0");
    }
    String uscc = value.substring(USCC_AT, USCC_AT + USCC_LENGTH);
    return usccKeepsCheck(uscc)
        ? Optional.empty()
        : Optional.of("the credit code " + uscc + " fails its check character");
  }

  /** GB 32100-2015: weights are powers of 3 modulo 31. */
  private static boolean usccKeepsCheck(String uscc) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < USCC_LENGTH - 1; i++) {
      int digit = USCC_ALPHABET.indexOf(uscc.charAt(i));
      if (digit < 0) {
        return false;
      }
      sum += digit * weight;
      weight = weight * 3 % 31;
    }
    return USCC_ALPHABET.indexOf(uscc.charAt(USCC_LENGTH - 1)) == (31 - sum % 31) % 31;
  }
}

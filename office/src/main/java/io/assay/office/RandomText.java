package io.assay.office;

import java.security.SecureRandom;
import java.util.Base64;

/** Identifiers and secrets from the system's secure random source. */
public final class RandomText {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int IDENTIFIER_LENGTH = 20;

  private RandomText() {}

  /** {@code prefix} and 100 random bits, easy to read aloud. */
  public static String identifier(String prefix) {
    StringBuilder text = new StringBuilder(prefix);
    for (int i = 0; i < IDENTIFIER_LENGTH; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** {@code bytes} random bytes in base64url without padding. */
  public static String secret(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** {@code digits} random decimal digits. */
  public static String digits(int digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      text.append(RANDOM.nextInt(10));
    }
    return text.toString();
  }
}

package io.assay.office;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A secret that whoever presents it is believed by: 256 random bits behind a prefix that secret
 * scanners can look for. Only its SHA-256 is ever kept. {@link #toString} shows the hint.
 */
public record BearerSecret(String text) {
  private static final int BYTES = 32;
  private static final int HINT_LENGTH = 13;

  public static BearerSecret random(String prefix) {
    return new BearerSecret(prefix + RandomText.secret(BYTES));
  }

  /** Lower-case hex SHA-256 of the secret. */
  public String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first characters, enough to tell secrets apart and too few to use one. */
  public String hint() {
    return text.substring(0, Math.min(HINT_LENGTH, text.length())) + "…";
  }

  @Override
  public String toString() {
    return hint();
  }
}

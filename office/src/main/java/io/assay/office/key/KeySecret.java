package io.assay.office.key;

import io.assay.office.RandomText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The secret of an API key: 256 random bits behind a prefix that secret scanners can look for. */
public record KeySecret(String text) {
  public static final String PREFIX = "assay_sk_";
  private static final int BYTES = 32;
  private static final int HINT_LENGTH = PREFIX.length() + 4;

  public static KeySecret random() {
    return new KeySecret(PREFIX + RandomText.secret(BYTES));
  }

  public String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public String hint() {
    return text.substring(0, HINT_LENGTH) + "…";
  }

  @Override
  public String toString() {
    return hint();
  }
}

package io.assay.office;

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
    return Sha256.of(text);
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

package io.assay.office;

import io.assay.office.database.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of the office, from which every keyed hash derives its own key. Numbers of persons
 * are kept only as such hashes, so whoever has the database but not this file learns none of them.
 * Immutable and thread-safe.
 */
public final class MasterSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;

  private final byte[] secret;

  private MasterSecret(byte[] secret) {
    if (secret.length < SHORTEST) {
      throw new IllegalArgumentException("the master secret is shorter than 32 characters");
    }
    this.secret = secret;
  }

  /** The secret kept in {@code directory}, made at the first start, readable by its owner only. */
  public static MasterSecret open(Path directory) {
    try {
      Files.createDirectories(directory);
      return of(PrivateFile.secret(directory.resolve("master.secret")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the master secret in " + directory, e);
    }
  }

  /** A secret kept elsewhere, for several offices over one database. */
  public static MasterSecret of(String text) {
    return new MasterSecret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC-SHA256 of {@code text} under the key of {@code purpose}, in lower-case hex. */
  public String hmac(String purpose, String text) {
    return HexFormat.of().formatHex(mac(mac(secret, purpose), text));
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

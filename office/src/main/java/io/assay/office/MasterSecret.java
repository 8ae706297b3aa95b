package io.assay.office;

import io.assay.office.database.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of the office, from which every keyed hash and every seal derives its own key.
 * Numbers of persons are kept only as such hashes, so whoever has the database but not this file
 * learns none of them. Immutable and thread-safe.
 */
public final class MasterSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

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

  /** {@code text} under AES-256-GCM with the key of {@code purpose}, in Base64. */
  public String seal(String purpose, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed =
        cipher(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
  }

  /**
   * What was sealed for the same purpose.
   *
   * @throws IllegalArgumentException when it was sealed otherwise, or has been changed
   */
  public String unseal(String purpose, String sealed) {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    if (bytes.length < NONCE_BYTES) {
      throw new IllegalArgumentException("nothing that was sealed is so short");
    }
    byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
    return new String(cipher(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8);
  }

  private byte[] cipher(int mode, String purpose, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec key = new SecretKeySpec(mac(secret, "seal/" + purpose), "AES");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (AEADBadTagException e) {
      throw new IllegalArgumentException("not sealed here for this purpose, or changed since", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
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

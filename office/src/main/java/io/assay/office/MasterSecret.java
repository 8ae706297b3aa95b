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
 * The one secret of the office, from which every keyed hash and cipher derives its own key. Numbers
 * of persons are kept only as such hashes, so whoever has the database but not this file learns
 * none of them. Immutable and thread-safe.
 */
public final class MasterSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;
  private static final int NONCE = 12;
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

  /** {@code plain} encrypted with AES-256-GCM under the key of {@code purpose}. */
  public byte[] seal(String purpose, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] encrypted = gcm(Cipher.ENCRYPT_MODE, purpose, nonce, plain);
    return ByteBuffer.allocate(NONCE + encrypted.length).put(nonce).put(encrypted).array();
  }

  /**
   * What {@link #seal(String, byte[])} encrypted under the same purpose.
   *
   * @throws IllegalArgumentException when it was not, or has been changed since
   */
  public byte[] open(String purpose, byte[] sealed) {
    if (sealed.length < NONCE) {
      throw new IllegalArgumentException("too short to be sealed: " + sealed.length + " bytes");
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    return gcm(
        Cipher.DECRYPT_MODE, purpose, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
  }

  /** The same for text; what is sealed is in Base64. */
  public String seal(String purpose, String text) {
    return Base64.getEncoder().encodeToString(seal(purpose, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The text that was sealed so; as {@link #open(String, byte[])}. */
  public String open(String purpose, String sealed) {
    return new String(open(purpose, Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
  }

  private byte[] gcm(int mode, String purpose, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec key = new SecretKeySpec(mac(secret, "seal:" + purpose), "AES");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (AEADBadTagException e) {
      throw new IllegalArgumentException("not sealed for '" + purpose + "' with this secret", e);
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

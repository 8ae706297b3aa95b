package io.assay.office.staff;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time passwords that an authenticator shows: six digits of HMAC-SHA-1 over the half-minute
 * (RFC 6238, RFC 4226). Immutable and thread-safe; {@link #toString} shows nothing of the secret.
 */
public final class Totp {
  private static final String ALGORITHM = "HmacSHA1";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;

  /** Steps before and after the current one that are taken too, for clocks that differ. */
  private static final int DRIFT = 1;

  private final byte[] secret;

  private Totp(byte[] secret) {
    this.secret = secret;
  }

  public static Totp random() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Totp(secret);
  }

  /**
   * The one whose secret {@link #secret} gave.
   *
   * @throws IllegalArgumentException for a character outside Base32
   */
  public static Totp of(String secret) {
    ByteBuffer bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
    int bits = 0;
    int held = 0;
    for (int i = 0; i < secret.length(); i++) {
      int value = BASE32.indexOf(secret.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("no Base32 at character " + i);
      }
      bits = bits << 5 | value;
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes.put((byte) (bits >> held));
      }
    }
    return new Totp(bytes.array());
  }

  /** The secret in Base32 (RFC 4648), as people type it into an authenticator. */
  public String secret() {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte each : secret) {
      bits = bits << 8 | (each & 0xff);
      held += 8;
      while (held >= 5) {
        held -= 5;
        text.append(BASE32.charAt(bits >> held & 31));
      }
    }
    return text.toString();
  }

  /** The password of a time step. */
  String password(long step) {
    byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int code = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    String digits = String.valueOf(code % MODULUS);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /**
   * The time step of which {@code typed} is the password, looked for around {@code now} and only
   * after {@code used}, so that a password that was seen works no second time.
   */
  OptionalLong match(String typed, Instant now, long used) {
    byte[] given = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    long current = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - DRIFT; step <= current + DRIFT; step++) {
      byte[] right = password(step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, given) && step > used) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The address that an authenticator reads from a QR code. */
  public String address(String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(issuer), encoded(account), secret(), encoded(issuer));
  }

  private byte[] hmac(byte[] step) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(step);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "Totp";
  }
}

package io.assay.gateway.access;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content that a reviewer released for one subject, known by a salted hash and nothing else.
 *
 * @param review the review in which it was released
 * @param sha256 lower-case hex SHA-256 of the salt and the content
 */
public record Release(String review, String salt, String sha256) {
  public Release {
    requireNonNull(review, "review");
    requireNonNull(salt, "salt");
    requireNonNull(sha256, "sha256");
  }

  public static Release of(String review, String salt, byte[] content) {
    return new Release(review, salt, hash(salt, content));
  }

  /** Whether this very content was released. */
  public boolean covers(byte[] content) {
    return hash(salt, content).equals(sha256);
  }

  private static String hash(String salt, byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

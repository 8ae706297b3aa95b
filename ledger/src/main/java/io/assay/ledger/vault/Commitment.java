package io.assay.ledger.vault;

import io.assay.ledger.tree.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a log entry says of a payload: SHA-256 over a salt of 32 random bytes and the payload.
 * Without the salt nobody can test a guess of the payload against it; with both, anybody can check
 * it.
 */
public record Commitment(Hash value) {

  static final int SALT_BYTES = 32;

  /** The commitment to a payload under a salt. */
  public static Commitment of(byte[] salt, byte[] payload) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return new Commitment(Hash.of(digest.digest(payload)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  /** Reads the form that entries hold. */
  public static Commitment parse(String base64) {
    return new Commitment(Hash.parse(base64));
  }

  /** The form that entries hold: base64. */
  @Override
  public String toString() {
    return value.toBase64();
  }
}

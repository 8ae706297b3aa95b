package io.assay.ledger.vault;

import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** The authenticated cipher that payloads are encrypted with. */
public enum CipherProfile {
  AES_256_GCM("AES", 32),
  /** The Chinese standard cipher; needs a security provider that offers it. */
  SM4_GCM("SM4", 16);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String algorithm;
  private final int keyBytes;

  CipherProfile(String algorithm, int keyBytes) {
    this.algorithm = algorithm;
    this.keyBytes = keyBytes;
  }

  byte[] newKey() {
    return random(keyBytes);
  }

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  /** Encrypts under a fresh random IV, which stands before the ciphertext. */
  byte[] encrypt(byte[] key, byte[] plain, byte[] context) {
    return with(key).encrypt(plain, context);
  }

  /**
   * Decrypts.
   *
   * @throws IllegalArgumentException when key, context or ciphertext do not belong together
   */
  byte[] decrypt(byte[] key, byte[] sealed, byte[] context) {
    return with(key).decrypt(sealed, context);
  }

  private Gcm with(byte[] key) {
    return new Gcm(new SecretKeySpec(key, algorithm), null);
  }
}

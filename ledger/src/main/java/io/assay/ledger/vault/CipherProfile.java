package io.assay.ledger.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The authenticated cipher that payloads are encrypted with. */
public enum CipherProfile {
  AES_256_GCM("AES", 32),
  /** The Chinese standard cipher; needs a security provider that offers it. */
  SM4_GCM("SM4", 16);

  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
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
    byte[] iv = random(IV_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, iv, context).doFinal(plain);
      return ByteBuffer.allocate(IV_BYTES + sealed.length).put(iv).put(sealed).array();
    } catch (GeneralSecurityException missing) {
      throw unavailable(missing);
    }
  }

  /**
   * Decrypts.
   *
   * @throws IllegalArgumentException when key, context or ciphertext do not belong together
   */
  byte[] decrypt(byte[] key, byte[] sealed, byte[] context) {
    if (sealed.length < IV_BYTES + TAG_BITS / 8) {
      throw new IllegalArgumentException("a ciphertext of " + sealed.length + " bytes");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, IV_BYTES), context)
          .doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
    } catch (AEADBadTagException foreign) {
      throw new IllegalArgumentException(
          "the ciphertext belongs elsewhere or was changed", foreign);
    } catch (GeneralSecurityException missing) {
      throw unavailable(missing);
    }
  }

  private Cipher cipher(int mode, byte[] key, byte[] iv, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(algorithm + "/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, algorithm), new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(context);
    return cipher;
  }

  private IllegalStateException unavailable(GeneralSecurityException cause) {
    return new IllegalStateException(
        algorithm + "-GCM is not available; add a security provider that offers it", cause);
  }
}

package io.assay.ledger.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.ProviderException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * A cipher in Galois/Counter mode under one key. A ciphertext begins with its random IV.
 *
 * @param provider where the key lives, if it cannot leave it
 */
record Gcm(SecretKey key, @Nullable Provider provider) {
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  byte[] encrypt(byte[] plain, byte[] context) {
    byte[] iv = CipherProfile.random(IV_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, context).doFinal(plain);
      return ByteBuffer.allocate(IV_BYTES + sealed.length).put(iv).put(sealed).array();
    } catch (GeneralSecurityException | ProviderException failed) {
      throw unavailable(failed);
    }
  }

  /**
   * Decrypts.
   *
   * @throws IllegalArgumentException when key, context or ciphertext do not belong together
   */
  byte[] decrypt(byte[] sealed, byte[] context) {
    if (sealed.length < IV_BYTES + TAG_BITS / 8) {
      throw new IllegalArgumentException("a ciphertext of " + sealed.length + " bytes");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, IV_BYTES), context)
          .doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
    } catch (AEADBadTagException foreign) {
      throw new IllegalArgumentException(
          "the ciphertext belongs elsewhere or was changed", foreign);
    } catch (GeneralSecurityException | ProviderException failed) {
      throw unavailable(failed);
    }
  }

  private Cipher cipher(int mode, byte[] iv, byte[] context) throws GeneralSecurityException {
    String name = key.getAlgorithm() + "/GCM/NoPadding";
    Cipher cipher =
        provider == null ? Cipher.getInstance(name) : Cipher.getInstance(name, provider);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(context);
    return cipher;
  }

  private IllegalStateException unavailable(Exception cause) {
    return new IllegalStateException(
        provider == null
            ? key.getAlgorithm() + "-GCM is not available; add a security provider that offers it"
            : "the token refuses %s-GCM: %s".formatted(key.getAlgorithm(), cause.getMessage()),
        cause);
  }
}

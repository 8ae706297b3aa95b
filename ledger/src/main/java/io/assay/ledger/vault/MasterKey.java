package io.assay.ledger.vault;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps the keys of the vault: a key in a file, a PKCS #11 token or a key service. Without it
 * nothing in the vault opens. Implementations are thread-safe.
 */
public interface MasterKey {

  /** Encrypts a key, bound to a context. */
  byte[] wrap(byte[] key, byte[] context);

  /**
   * Decrypts a key.
   *
   * @throws IllegalArgumentException when it was not wrapped by this key in this context
   */
  byte[] unwrap(byte[] wrapped, byte[] context);

  /** A master key in a file of 32 random bytes, made when it is absent. */
  static MasterKey inFile(Disk disk, Path file) {
    try {
      if (!disk.exists(file)) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
          disk.createPrivateDirectory(directory);
        }
        disk.replace(file, CipherProfile.AES_256_GCM.newKey());
      }
      return of(disk.read(file));
    } catch (IOException failed) {
      throw new LedgerException(
          LedgerException.Reason.UNAVAILABLE,
          "the master key in %s is unusable: %s".formatted(file, failed.getMessage()),
          failed);
    }
  }

  /** A master key held in memory, of 32 bytes. */
  static MasterKey of(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("a master key has 32 bytes, not " + key.length);
    }
    return new GcmMasterKey(new Gcm(new SecretKeySpec(key, "AES"), null));
  }

  /**
   * A master key that never leaves its PKCS #11 token: an AES key, which the token uses with
   * CKM_AES_GCM and an IV of ours.
   *
   * @param configuration a configuration file of the provider SunPKCS11
   * @param alias the label of the key
   * @throws LedgerException when the token does not open or has no such key
   */
  static MasterKey inToken(Path configuration, String alias, char[] pin) {
    return GcmMasterKey.inToken(configuration, alias, pin);
  }
}

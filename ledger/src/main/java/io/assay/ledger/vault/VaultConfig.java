package io.assay.ledger.vault;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.store.LogStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How a vault runs. Immutable.
 *
 * @param keys where wrapped keys lie; backups of it must end before an erasure is promised to be
 *     over
 * @param objects where ciphertexts lie
 * @param secret 32 bytes that make the names of files unguessable
 */
public record VaultConfig(
    LogStore keys,
    LogStore objects,
    byte[] secret,
    MasterKey master,
    CipherProfile profile,
    Retention retention,
    InstantSource clock) {

  /** A vault in a directory of the local file system, its master key in a file. */
  public static VaultConfig at(
      Path directory, Path masterKey, Retention retention, InstantSource clock) {
    Disk disk = Disk.real();
    Path secret = directory.resolve("secret");
    try {
      disk.createPrivateDirectory(directory);
      if (!disk.exists(secret)) {
        disk.replace(secret, CipherProfile.random(32));
      }
      return new VaultConfig(
          new FileStore(disk, directory.resolve("keys")),
          new FileStore(disk, directory.resolve("objects")),
          disk.read(secret),
          MasterKey.inFile(disk, masterKey),
          CipherProfile.AES_256_GCM,
          retention,
          clock);
    } catch (IOException failed) {
      throw new LedgerException(
          LedgerException.Reason.UNAVAILABLE,
          "the vault in %s is unusable: %s".formatted(directory, failed.getMessage()),
          failed);
    }
  }

  public VaultConfig withProfile(CipherProfile other) {
    return new VaultConfig(keys, objects, secret, master, other, retention, clock);
  }

  public VaultConfig withObjects(LogStore elsewhere) {
    return new VaultConfig(keys, elsewhere, secret, master, profile, retention, clock);
  }
}

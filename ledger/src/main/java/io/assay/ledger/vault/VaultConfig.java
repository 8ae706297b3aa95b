package io.assay.ledger.vault;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.store.LogStore;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How a vault runs. Immutable.
 *
 * @param secret 32 bytes that make the names of files unguessable
 */
public record VaultConfig(
    Storage storage,
    byte[] secret,
    MasterKey master,
    CipherProfile profile,
    Retention retention,
    InstantSource clock) {

  /**
   * Where bytes go.
   *
   * @param keys where wrapped keys lie; backups of it must end before an erasure is promised to be
   *     over
   * @param objects where large ciphertexts lie, each a file of its own
   * @param volumes the directory of the disk where all others lie
   * @param wal sizes of a volume's segments
   */
  public record Storage(
      LogStore keys, LogStore objects, Disk disk, Path volumes, WalSettings wal) {}

  private static final WalSettings SEGMENTS = new WalSettings(32 << 20, 8192);

  /** A vault in a directory of the local file system, its master key in a file. */
  public static VaultConfig at(
      Path directory, Path masterKey, Retention retention, InstantSource clock) {
    return at(Disk.real(), directory, masterKey, retention, clock);
  }

  /** A vault in a directory of a disk, its master key in a file of the same. */
  public static VaultConfig at(
      Disk disk, Path directory, Path masterKey, Retention retention, InstantSource clock) {
    return at(disk, directory, MasterKey.inFile(disk, masterKey), retention, clock);
  }

  /** A vault in a directory of a disk. */
  public static VaultConfig at(
      Disk disk, Path directory, MasterKey master, Retention retention, InstantSource clock) {
    Path secret = directory.resolve("secret");
    try {
      if (!disk.exists(secret)) {
        disk.createPrivateDirectory(directory);
        disk.replace(secret, CipherProfile.random(32));
      }
      return new VaultConfig(
          new Storage(
              new FileStore(disk, directory.resolve("keys")),
              new FileStore(disk, directory.resolve("objects")),
              disk,
              directory.resolve("volumes"),
              SEGMENTS),
          disk.read(secret),
          master,
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
    return new VaultConfig(storage, secret, master, other, retention, clock);
  }

  public VaultConfig with(Storage other) {
    return new VaultConfig(other, secret, master, profile, retention, clock);
  }

  /** Keeps large ciphertexts elsewhere, as in a bucket. */
  public VaultConfig withObjects(LogStore elsewhere) {
    Storage s = storage;
    return with(new Storage(s.keys(), elsewhere, s.disk(), s.volumes(), s.wal()));
  }

  public VaultConfig withSegments(WalSettings wal) {
    Storage s = storage;
    return with(new Storage(s.keys(), s.objects(), s.disk(), s.volumes(), wal));
  }
}

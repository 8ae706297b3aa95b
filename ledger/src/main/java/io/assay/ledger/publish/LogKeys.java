package io.assay.ledger.publish;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.KeyType;
import io.assay.ledger.note.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/** The log key of each shard, in files that only their owner may read. */
public final class LogKeys {

  private final Disk disk;
  private final Path directory;
  private final InstantSource clock;

  public LogKeys(Disk disk, Path directory, InstantSource clock) {
    this.disk = disk;
    this.directory = directory;
    this.clock = clock;
  }

  /** Makes and keeps a shard's key. */
  public SigningKey create(String shard, String origin) throws IOException {
    SigningKey key = SigningKey.generate(origin, KeyType.ED25519, clock);
    disk.createPrivateDirectory(directory);
    disk.replace(file(shard), key.secret().getBytes(StandardCharsets.UTF_8));
    return key;
  }

  /**
   * Reads a shard's key.
   *
   * @throws LedgerException when it is gone or damaged
   */
  public SigningKey read(String shard) throws IOException {
    try {
      return SigningKey.parse(new String(disk.read(file(shard)), StandardCharsets.UTF_8), clock);
    } catch (IOException | IllegalArgumentException unusable) {
      throw new LedgerException(
          LedgerException.Reason.CORRUPT,
          "the key of shard %s in %s is unusable (%s); restore it"
              .formatted(shard, file(shard), unusable.getMessage()),
          unusable);
    }
  }

  private Path file(String shard) {
    return directory.resolve(shard + ".key");
  }
}

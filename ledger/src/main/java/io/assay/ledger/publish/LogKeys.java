package io.assay.ledger.publish;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.KeyType;
import io.assay.ledger.note.SigningKey;
import io.assay.ledger.note.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one shard, in files that only their owner may read. After a rotation the old and the
 * new key both sign for a while, so that whoever knows only one of them can follow. Thread-safe.
 */
public final class LogKeys {

  /** A key and the time until which it signs. */
  private record Kept(SigningKey key, Instant until) {}

  private final Disk disk;
  private final Path directory;
  private final InstantSource clock;
  private final List<Kept> keys = new ArrayList<>();

  private LogKeys(Disk disk, Path directory, InstantSource clock) {
    this.disk = disk;
    this.directory = directory;
    this.clock = clock;
  }

  /** Makes a new shard's first key. */
  public static LogKeys create(Disk disk, Path directory, String origin, InstantSource clock)
      throws IOException {
    LogKeys keys = new LogKeys(disk, directory, clock);
    disk.createPrivateDirectory(directory);
    keys.add(SigningKey.generate(origin, KeyType.ED25519, clock));
    return keys;
  }

  /**
   * Reads a shard's keys.
   *
   * @throws LedgerException when they are gone or damaged
   */
  public static LogKeys read(Disk disk, Path directory, InstantSource clock) {
    LogKeys keys = new LogKeys(disk, directory, clock);
    try {
      for (int number = 1; disk.exists(keys.file(number)); number++) {
        String text = new String(disk.read(keys.file(number)), StandardCharsets.UTF_8);
        int line = text.indexOf('\n');
        Instant until = Instant.parse(text.substring(0, Math.max(0, line)));
        keys.keys.add(new Kept(SigningKey.parse(text.substring(line + 1), clock), until));
      }
    } catch (IOException | IllegalArgumentException | DateTimeException unusable) {
      throw unusable(directory, String.valueOf(unusable.getMessage()), unusable);
    }
    if (keys.keys.isEmpty()) {
      throw unusable(directory, "there are none", null);
    }
    return keys;
  }

  /** The keys that sign now. */
  public synchronized List<SigningKey> signing() {
    Instant now = clock.instant();
    return keys.stream().filter(kept -> kept.until().isAfter(now)).map(Kept::key).toList();
  }

  /** All keys that have ever signed, the newest first. */
  public synchronized List<VerifierKey> verifiers() {
    return keys.reversed().stream().map(kept -> kept.key().verifier()).toList();
  }

  /** Adds a key; those before it go on signing for the overlap only. */
  public synchronized VerifierKey rotate(Duration overlap) throws IOException {
    Instant end = clock.instant().plus(overlap);
    for (int i = 0; i < keys.size(); i++) {
      Kept kept = keys.get(i);
      if (kept.until().isAfter(end)) {
        write(i + 1, new Kept(kept.key(), end));
        keys.set(i, new Kept(kept.key(), end));
      }
    }
    SigningKey key =
        SigningKey.generate(keys.get(0).key().verifier().name(), KeyType.ED25519, clock);
    add(key);
    return key.verifier();
  }

  private void add(SigningKey key) throws IOException {
    Kept kept = new Kept(key, Instant.MAX);
    write(keys.size() + 1, kept);
    keys.add(kept);
  }

  private void write(int number, Kept kept) throws IOException {
    String text = kept.until() + "\n" + kept.key().secret();
    disk.replace(file(number), text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(int number) {
    return directory.resolve(number + ".key");
  }

  private static LedgerException unusable(Path directory, String why, @Nullable Exception cause) {
    return new LedgerException(
        LedgerException.Reason.CORRUPT,
        "the log's keys in %s are unusable (%s); restore them".formatted(directory, why),
        cause);
  }
}

package io.assay.ledger;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.publish.Cosigning;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.store.LogStore;
import io.assay.ledger.wal.WalSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a ledger runs. Begin with {@link #at} and change what differs. Immutable.
 *
 * @param directory where the shards, their write-ahead logs and keys lie
 * @param origin what the names of the shards begin with, as {@code assay.example/gateway}
 * @param clock the time; it may not go back
 * @param checkpointInterval how often a checkpoint is published while there is traffic
 * @param heartbeat how often an entry says that the ledger lives
 * @param wal sizes of the write-ahead log
 * @param disk the file system
 * @param stores where the static log of each shard is published
 * @param cosigning how checkpoints are witnessed, if they are
 * @param onIncident is told when records were lost
 */
public record LedgerConfig(
    Path directory,
    String origin,
    InstantSource clock,
    Duration checkpointInterval,
    Duration heartbeat,
    WalSettings wal,
    Disk disk,
    Function<String, LogStore> stores,
    Optional<Cosigning> cosigning,
    Consumer<Incident> onIncident) {

  public LedgerConfig {
    if (origin.isEmpty() || origin.chars().anyMatch(c -> c <= ' ' || c == '+' || c > '~')) {
      throw new IllegalArgumentException(
          "an origin is a schema-less URL such as assay.example/gateway, not '" + origin + "'");
    }
    if (!checkpointInterval.isPositive() || !heartbeat.isPositive()) {
      throw new IllegalArgumentException("intervals are positive");
    }
  }

  /**
   * A ledger in a directory of the local file system: a checkpoint a second, a heartbeat a minute.
   */
  public static LedgerConfig at(Path directory, String origin) {
    return new LedgerConfig(
        directory,
        origin,
        InstantSource.system(),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1),
        WalSettings.DEFAULT,
        Disk.real(),
        shard -> new FileStore(Disk.real(), directory.resolve(shard)),
        Optional.empty(),
        incident -> {});
  }

  public LedgerConfig withClock(InstantSource clock) {
    return new LedgerConfig(
        directory,
        origin,
        clock,
        checkpointInterval,
        heartbeat,
        wal,
        disk,
        stores,
        cosigning,
        onIncident);
  }

  public LedgerConfig withIntervals(Duration checkpoints, Duration heartbeats) {
    return new LedgerConfig(
        directory,
        origin,
        clock,
        checkpoints,
        heartbeats,
        wal,
        disk,
        stores,
        cosigning,
        onIncident);
  }

  public LedgerConfig withWal(WalSettings settings) {
    return new LedgerConfig(
        directory,
        origin,
        clock,
        checkpointInterval,
        heartbeat,
        settings,
        disk,
        stores,
        cosigning,
        onIncident);
  }

  /** Keeps everything, the static log as well, on another disk. */
  public LedgerConfig withDisk(Disk other) {
    return new LedgerConfig(
        directory,
        origin,
        clock,
        checkpointInterval,
        heartbeat,
        wal,
        other,
        shard -> new FileStore(other, directory.resolve(shard)),
        cosigning,
        onIncident);
  }

  public LedgerConfig withStores(Function<String, LogStore> elsewhere) {
    return new LedgerConfig(
        directory,
        origin,
        clock,
        checkpointInterval,
        heartbeat,
        wal,
        disk,
        elsewhere,
        cosigning,
        onIncident);
  }

  public LedgerConfig withCosigning(Cosigning witnesses) {
    return new LedgerConfig(
        directory,
        origin,
        clock,
        checkpointInterval,
        heartbeat,
        wal,
        disk,
        stores,
        Optional.of(witnesses),
        onIncident);
  }

  public LedgerConfig onIncident(Consumer<Incident> listener) {
    return new LedgerConfig(
        directory,
        origin,
        clock,
        checkpointInterval,
        heartbeat,
        wal,
        disk,
        stores,
        cosigning,
        listener);
  }
}

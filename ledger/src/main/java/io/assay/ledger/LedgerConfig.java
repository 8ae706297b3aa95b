package io.assay.ledger;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.NoteSigner;
import io.assay.ledger.publish.Cosigning;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.store.LogStore;
import io.assay.ledger.wal.WalSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a ledger runs. Begin with {@link #at} and change what differs. Immutable.
 *
 * @param directory where the shards, their write-ahead logs and keys lie
 * @param origin what the names of the shards begin with, as {@code assay.example/gateway}
 * @param clock the time; it may not go back
 */
public record LedgerConfig(
    Path directory,
    String origin,
    InstantSource clock,
    Rhythm rhythm,
    Storage storage,
    Assurance assurance) {

  /**
   * What happens how often.
   *
   * @param checkpoint a checkpoint is published, while there is traffic
   * @param heartbeat an entry says that the ledger lives
   * @param crossCheck the checkpoint is noted in the registry
   */
  public record Rhythm(Duration checkpoint, Duration heartbeat, Duration crossCheck) {

    public Rhythm {
      if (!checkpoint.isPositive() || !heartbeat.isPositive() || !crossCheck.isPositive()) {
        throw new IllegalArgumentException("intervals are positive");
      }
    }
  }

  /**
   * Where bytes go.
   *
   * @param wal sizes of the write-ahead log
   * @param stores where the static log of each shard is published
   */
  public record Storage(Disk disk, WalSettings wal, Function<String, LogStore> stores) {}

  /**
   * What makes the log worth believing.
   *
   * @param cosigning how checkpoints are witnessed
   * @param replication where the write-ahead log is copied to; nothing is published before it is
   * @param registry which knows of every shard
   * @param signers of further algorithms, whose lines stand beside the log's own
   * @param onIncident is told when records were lost
   */
  public record Assurance(
      Optional<Cosigning> cosigning,
      Optional<Replication> replication,
      Optional<Registry> registry,
      List<NoteSigner> signers,
      Consumer<Incident> onIncident) {}

  public LedgerConfig {
    if (origin.isEmpty() || origin.chars().anyMatch(c -> c <= ' ' || c == '+' || c > '~')) {
      throw new IllegalArgumentException(
          "an origin is a schema-less URL such as assay.example/gateway, not '" + origin + "'");
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
        new Rhythm(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1)),
        new Storage(
            Disk.real(),
            WalSettings.DEFAULT,
            shard -> new FileStore(Disk.real(), directory.resolve(shard))),
        new Assurance(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), incident -> {}));
  }

  public LedgerConfig withClock(InstantSource other) {
    return new LedgerConfig(directory, origin, other, rhythm, storage, assurance);
  }

  public LedgerConfig withIntervals(Duration checkpoint, Duration heartbeat) {
    return with(new Rhythm(checkpoint, heartbeat, rhythm.crossCheck()));
  }

  public LedgerConfig with(Rhythm other) {
    return new LedgerConfig(directory, origin, clock, other, storage, assurance);
  }

  public LedgerConfig withWal(WalSettings wal) {
    return with(new Storage(storage.disk(), wal, storage.stores()));
  }

  /** Keeps everything, the static log as well, on another disk. */
  public LedgerConfig withDisk(Disk disk) {
    return with(
        new Storage(disk, storage.wal(), shard -> new FileStore(disk, directory.resolve(shard))));
  }

  /** Publishes the static logs elsewhere, as in a bucket. */
  public LedgerConfig withStores(Function<String, LogStore> stores) {
    return with(new Storage(storage.disk(), storage.wal(), stores));
  }

  public LedgerConfig with(Storage other) {
    return new LedgerConfig(directory, origin, clock, rhythm, other, assurance);
  }

  /** Publishes only checkpoints that are witnessed. */
  public LedgerConfig withCosigning(Cosigning witnesses) {
    Assurance a = assurance;
    return with(
        new Assurance(
            Optional.of(witnesses), a.replication(), a.registry(), a.signers(), a.onIncident()));
  }

  /** Copies all records to a replica, which keeps them for ever. */
  public LedgerConfig withReplica(Replica replica) {
    return with(new Replication(replica, Replication.Keep.EVERYTHING));
  }

  public LedgerConfig with(Replication replication) {
    Assurance a = assurance;
    return with(
        new Assurance(
            a.cosigning(), Optional.of(replication), a.registry(), a.signers(), a.onIncident()));
  }

  public LedgerConfig withRegistry(Registry registry) {
    Assurance a = assurance;
    return with(
        new Assurance(
            a.cosigning(), a.replication(), Optional.of(registry), a.signers(), a.onIncident()));
  }

  public LedgerConfig withSigners(List<NoteSigner> signers) {
    Assurance a = assurance;
    return with(
        new Assurance(
            a.cosigning(), a.replication(), a.registry(), List.copyOf(signers), a.onIncident()));
  }

  public LedgerConfig onIncident(Consumer<Incident> listener) {
    Assurance a = assurance;
    return with(new Assurance(a.cosigning(), a.replication(), a.registry(), a.signers(), listener));
  }

  public LedgerConfig with(Assurance other) {
    return new LedgerConfig(directory, origin, clock, rhythm, storage, other);
  }
}

package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.wal.WalTicket;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An append-only log that outsiders can verify: entries become durable in a write-ahead log, then
 * leaves of a Merkle tree whose signed checkpoints are published as a static C2SP {@code
 * tlog-tiles} log.
 *
 * <p>Guarantees: an entry acknowledged {@link Acknowledgement#DURABLE} survives a crash; a
 * checkpoint is never signed that contradicts an earlier one; when a write fails, everything
 * further is refused. An entry that was never acknowledged may still appear after a crash.
 * Thread-safe; waits park virtual threads.
 */
public final class Ledger implements AutoCloseable {

  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final Duration COPYING = Duration.ofSeconds(5);

  private final LedgerConfig config;
  private final Closeable ownership;
  private final Shard shard;
  private final LogReader reader;
  private final ClockGuard time;
  private final Heart heart;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Optional<LedgerException> forked = Optional.empty();
  private Instant lastHeartbeat;
  private Instant nextCrossCheck;

  private Ledger(LedgerConfig config, Closeable ownership, Shard shard) {
    this.config = config;
    this.ownership = ownership;
    this.shard = shard;
    this.reader = new LogReader(shard.store());
    this.time = new ClockGuard(config.clock(), shard.lastSeen());
    this.lastHeartbeat = time.now();
    this.nextCrossCheck = lastHeartbeat.plus(config.rhythm().crossCheck());
    this.heart =
        new Heart(
            config.rhythm().checkpoint(),
            List.of(this::beat, this::publishOrRetire, this::crossCheck));
  }

  /**
   * Opens the ledger in the configured directory, recovering what it holds, or begins one.
   *
   * @throws LedgerException when another process writes to it, it is damaged, or the clock stands
   *     before the last checkpoint
   */
  public static Ledger open(LedgerConfig config) {
    Closeable ownership = takeOwnership(config);
    try {
      Shard shard = Shard.open(config);
      try {
        Ledger ledger = new Ledger(config, ownership, shard);
        ledger.begin();
        return ledger;
      } catch (RuntimeException failed) {
        shard.close();
        throw failed;
      }
    } catch (IOException | RuntimeException failed) {
      release(ownership, failed);
      throw failed instanceof LedgerException known ? known : unusable(config, failed);
    }
  }

  /**
   * Appends an entry. Returns as soon as it has its place, before it is durable; blocks while too
   * many entries are in flight.
   *
   * @throws LedgerException when the ledger is closed, has failed, has no room, or the clock went
   *     back; the entry is then not in the log
   */
  public Appended append(Entry entry) {
    time.now();
    if (forked.isPresent()) {
      throw forked.get().again();
    }
    return append(entry.bytes());
  }

  /** The number of durable entries of the live shard. */
  public long size() {
    return shard.wal().durableEnd();
  }

  /** The name of the live shard; its origin is the configured origin, a slash and this. */
  public String shard() {
    return shard.name();
  }

  /** The public keys under which the live shard's checkpoints verify, the newest first. */
  public List<VerifierKey> keys() {
    return shard.keys().verifiers();
  }

  /** The last published checkpoint, once there is one. */
  public Optional<Checkpoint> checkpoint() {
    return shard.publisher().published().map(note -> Checkpoint.parse(note.text()));
  }

  /** Why publishing does not advance at present, if it does not; appending may still work. */
  public Optional<LedgerException> trouble() {
    return shard
        .wal()
        .failure()
        .or(() -> forked)
        .or(heart::trouble)
        .or(() -> shard.replicator().flatMap(Replicator::trouble));
  }

  /** Reads the live shard's published log. */
  public LogReader reader() {
    return reader;
  }

  /**
   * Reads the published log of any shard, such as a retired one.
   *
   * @throws IllegalArgumentException when no shard has such a name
   */
  public LogReader reader(String name) {
    if (!Shard.isName(name)) {
      throw new IllegalArgumentException("no shard is named " + name);
    }
    return name.equals(shard.name())
        ? reader
        : new LogReader(config.storage().stores().apply(name));
  }

  /** The shards on this disk that are no longer written to, by name; all stay readable. */
  public List<String> retired() {
    try {
      return new ShardFiles(config).retired();
    } catch (IOException failed) {
      throw unusable(config, failed);
    }
  }

  /** Prunes the live shard. */
  public Pruner pruner() {
    return new Pruner(this, shard.store());
  }

  /** The resource at a path of the live shard's static log, for a web server to send. */
  public Optional<Resource> resource(String path) {
    return Resource.read(shard.store(), path);
  }

  Instant now() {
    return time.now();
  }

  /** An entry's receipt, if a published checkpoint covers the entry already. */
  public Optional<Receipt> receipt(long index) {
    return checkpoint().filter(tree -> index < tree.size()).map(tree -> reader().receipt(index));
  }

  /**
   * An entry's receipt, waiting for the checkpoint that covers it.
   *
   * @throws LedgerException with reason {@code NOT_PUBLISHED} when none did in time
   */
  public Receipt receipt(long index, Duration patience) {
    try {
      if (shard.publisher().awaitPublished(index, patience.toNanos())) {
        return reader().receipt(index);
      }
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
    throw new LedgerException(
        Reason.NOT_PUBLISHED,
        "no checkpoint covers entry %d after %s; %s"
            .formatted(
                index,
                patience,
                trouble().map(LedgerException::getMessage).orElse("ask again later")));
  }

  /**
   * Publishes all durable entries, which a replica gets a while to copy, now rather than at the
   * next interval.
   *
   * @throws LedgerException when the store or the witnesses refuse; it is tried again at the
   *     interval
   */
  public Checkpoint publish() {
    awaitReplica();
    publishOrRetire();
    return checkpoint()
        .orElseThrow(
            () ->
                new LedgerException(
                    Reason.NOT_PUBLISHED,
                    "nothing is replicated yet; "
                        + trouble().map(LedgerException::getMessage).orElse("ask again later")));
  }

  /**
   * Changes the log's key. The old key signs beside the new one for the overlap; entry and registry
   * tell of the change.
   */
  public VerifierKey rotateKey(Duration overlap) {
    try {
      VerifierKey key = shard.keys().rotate(overlap);
      shard.showKeys();
      Map<String, Object> body =
          Map.of(
              "shard", shard.name(),
              "key", key.toString(),
              "overlapSeconds", overlap.toSeconds());
      Shard.register(config, "registry.key", body);
      append(Entry.of("ledger.key", time.now(), body)).await(Acknowledgement.DURABLE);
      return key;
    } catch (IOException failed) {
      throw unusable(config, failed);
    }
  }

  /** Makes everything appended durable, publishes it as far as possible and stops. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    heart.close();
    try (ownership) {
      shard.wal().drain();
      awaitReplica();
      Optional<LedgerException> unpublished = Heart.attempt(shard.publisher()::publish);
      shard.close();
      if (unpublished.isPresent() && shard.wal().failure().isEmpty() && forked.isEmpty()) {
        throw unpublished.get();
      }
    } catch (IOException failed) {
      throw unusable(config, failed);
    }
  }

  private void begin() {
    shard.loss().ifPresent(this::report);
    append(
            Entry.of(
                "ledger.opened",
                time.now(),
                Map.of("shard", shard.name(), "key", keys().get(0).toString())))
        .await(Acknowledgement.DURABLE);
    heart.start();
  }

  private void report(Incident loss) {
    append(
            Entry.of(
                "ledger.incident", time.now(), Map.of("shard", loss.shard(), "what", loss.what())))
        .await(Acknowledgement.DURABLE);
    config.assurance().onIncident().accept(loss);
  }

  private Appended append(byte[] entry) {
    WalTicket ticket = shard.wal().append(entry);
    return new Pending(ticket, shard, config.assurance().cosigning().isPresent());
  }

  private void beat() {
    Instant now = time.now();
    if (!now.isBefore(lastHeartbeat.plus(config.rhythm().heartbeat()))) {
      lastHeartbeat = now;
      Map<String, Object> body =
          checkpoint()
              .<Map<String, Object>>map(
                  tree -> Map.of("size", tree.size(), "root", tree.root().toBase64()))
              .orElse(Map.of());
      append(Entry.of("ledger.heartbeat", now, body));
    }
  }

  private void crossCheck() {
    Instant now = time.now();
    Optional<Checkpoint> tree = checkpoint();
    if (tree.isPresent() && !now.isBefore(nextCrossCheck)) {
      nextCrossCheck = now.plus(RETRY);
      Map<String, Object> body =
          Map.of(
              "shard", shard.name(),
              "size", tree.get().size(),
              "root", tree.get().root().toBase64());
      Shard.register(config, "registry.cross", body);
      nextCrossCheck = now.plus(config.rhythm().crossCheck());
    }
  }

  private void publishOrRetire() {
    try {
      shard.publisher().publish();
    } catch (LedgerException failed) {
      if (failed.reason() == Reason.FORKED && forked.isEmpty()) {
        forked = Optional.of(failed);
        retire(new Incident(shard.name(), String.valueOf(failed.getMessage())));
      }
      throw failed;
    }
  }

  private void awaitReplica() {
    try {
      if (shard.replicator().isPresent()) {
        shard.replicator().get().await(size() - 1, COPYING.toNanos());
      }
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private void retire(Incident why) {
    try {
      Shard.retire(config, why, checkpoint());
    } catch (IOException failed) {
      throw unusable(config, failed);
    } finally {
      config.assurance().onIncident().accept(why);
    }
  }

  static void awaitEndOf(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Closeable takeOwnership(LedgerConfig config) {
    try {
      config.storage().disk().createDirectories(config.directory());
    } catch (IOException failed) {
      throw unusable(config, failed);
    }
    try {
      return config.storage().disk().lock(config.directory().resolve("lock"));
    } catch (IOException held) {
      throw new LedgerException(
          Reason.SECOND_WRITER,
          "%s: %s; one process writes to one directory"
              .formatted(config.directory(), held.getMessage()),
          held);
    }
  }

  private static void release(Closeable ownership, Exception failed) {
    try {
      ownership.close();
    } catch (IOException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }

  private static LedgerException unusable(LedgerConfig config, Exception cause) {
    return new LedgerException(
        Reason.POISONED,
        "the ledger in %s cannot be used: %s".formatted(config.directory(), cause.getMessage()),
        cause);
  }

  static LedgerException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new LedgerException(Reason.INTERRUPTED, "interrupted while waiting", cause);
  }
}

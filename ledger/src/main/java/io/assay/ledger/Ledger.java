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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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

  private final LedgerConfig config;
  private final Closeable ownership;
  private final Shard shard;
  private final ClockGuard time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private final Thread rhythm;
  private boolean closed;
  private Instant lastHeartbeat;
  private volatile Optional<LedgerException> rhythmTrouble = Optional.empty();

  private Ledger(LedgerConfig config, Closeable ownership, Shard shard) {
    this.config = config;
    this.ownership = ownership;
    this.shard = shard;
    this.time = new ClockGuard(config.clock(), shard.lastSeen());
    this.lastHeartbeat = time.now();
    this.rhythm = Thread.ofPlatform().daemon().name("assay-ledger").unstarted(this::keepRhythm);
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

  /** The public keys under which the live shard's checkpoints verify. */
  public List<VerifierKey> keys() {
    return List.of(shard.key().verifier());
  }

  /** The last published checkpoint, once there is one. */
  public Optional<Checkpoint> checkpoint() {
    return shard.publisher().published().map(note -> Checkpoint.parse(note.text()));
  }

  /** Why publishing does not advance at present, if it does not; appending may still work. */
  public Optional<LedgerException> trouble() {
    return shard.wal().failure().or(() -> rhythmTrouble);
  }

  /** Reads the live shard's published log. */
  public LogReader reader() {
    return new LogReader(shard.store());
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
   * Publishes all durable entries now rather than at the next interval.
   *
   * @throws LedgerException when the store or the witnesses refuse; it is tried again at the
   *     interval
   */
  public Checkpoint publish() {
    shard.publisher().publish();
    return checkpoint().orElseThrow();
  }

  /** Makes everything appended durable, publishes it as far as possible and stops. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
    awaitEndOf(rhythm);
    try (ownership) {
      shard.wal().drain();
      Optional<LedgerException> unpublished = attempt(shard.publisher()::publish);
      shard.close();
      if (unpublished.isPresent() && shard.wal().failure().isEmpty()) {
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
            Map.of("shard", shard.name(), "key", shard.key().verifier().toString())));
    rhythm.start();
  }

  private void report(Incident loss) {
    append(
            Entry.of(
                "ledger.incident", time.now(), Map.of("shard", loss.shard(), "what", loss.what())))
        .await(Acknowledgement.DURABLE);
    config.onIncident().accept(loss);
  }

  private Appended append(byte[] entry) {
    WalTicket ticket = shard.wal().append(entry);
    return new Pending(ticket, shard, config.cosigning().isPresent());
  }

  private void keepRhythm() {
    while (awaitNextTick()) {
      Optional<LedgerException> beatFailed = attempt(this::beat);
      Optional<LedgerException> publishFailed = attempt(shard.publisher()::publish);
      rhythmTrouble = beatFailed.or(() -> publishFailed);
    }
  }

  private static Optional<LedgerException> attempt(Runnable step) {
    try {
      step.run();
      return Optional.empty();
    } catch (LedgerException failed) {
      return Optional.of(failed);
    }
  }

  private void beat() {
    Instant now = time.now();
    if (!now.isBefore(lastHeartbeat.plus(config.heartbeat()))) {
      lastHeartbeat = now;
      Map<String, Object> body =
          checkpoint()
              .<Map<String, Object>>map(
                  tree -> Map.of("size", tree.size(), "root", tree.root().toBase64()))
              .orElse(Map.of());
      append(Entry.of("ledger.heartbeat", now, body));
    }
  }

  private boolean awaitNextTick() {
    lock.lock();
    try {
      long left = config.checkpointInterval().toNanos();
      while (!closed && left > 0) {
        left = closing.awaitNanos(left);
      }
      return !closed;
    } catch (InterruptedException stopped) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private static void awaitEndOf(Thread thread) {
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
      config.disk().createDirectories(config.directory());
    } catch (IOException failed) {
      throw unusable(config, failed);
    }
    try {
      return config.disk().lock(config.directory().resolve("lock"));
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

package io.assay.ledger;

import io.assay.ledger.wal.Wal;
import io.assay.ledger.wal.WalCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Copies durable records to the replica as they come. */
final class Replicator implements AutoCloseable {

  private static final int MAX_BATCH = 1024;
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final Replica replica;
  private final Replication.Keep keep;
  private final String shard;
  private final Wal wal;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private long end;
  private boolean closed;
  private volatile long published;
  private volatile Optional<LedgerException> trouble = Optional.empty();

  Replicator(Replication replication, String shard, Wal wal) {
    this.replica = replication.replica();
    this.keep = replication.keep();
    this.shard = shard;
    this.wal = wal;
    this.thread = Thread.ofPlatform().daemon().name("assay-replicator").unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  /** Waits until a record is replicated; false when the time passed first. */
  boolean await(long index, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (end <= index) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How many records are replicated, once the replica has been asked. */
  long end() {
    lock.lock();
    try {
      return end;
    } finally {
      lock.unlock();
    }
  }

  /** Says that a published checkpoint covers so many entries. */
  void published(long size) {
    published = size;
  }

  Optional<LedgerException> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
    Ledger.awaitEndOf(thread);
  }

  private void work() {
    try {
      while (!isClosed()) {
        try {
          copy();
        } catch (LedgerException failed) {
          trouble = Optional.of(failed);
          LockSupport.parkNanos(PAUSE);
        } catch (IOException | IllegalArgumentException failed) {
          trouble =
              Optional.of(
                  new LedgerException(
                      LedgerException.Reason.UNAVAILABLE,
                      "replication failed: " + failed.getMessage(),
                      failed));
          LockSupport.parkNanos(PAUSE);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy() throws IOException, InterruptedException {
    Replica.Extent there = replica.extent(shard);
    if (there.end() < wal.first()) {
      replica.begin(shard, wal.first());
      there = new Replica.Extent(wal.first(), wal.first());
    }
    long at = there.end();
    long first = there.first();
    advance(at);
    try (WalCursor records = wal.cursor(at)) {
      while (!isClosed()) {
        wal.awaitBeyond(at, PAUSE);
        List<byte[]> batch = next(records);
        if (!batch.isEmpty()) {
          replica.append(shard, at, batch);
          at += batch.size();
          advance(at);
        }
        if (keep == Replication.Keep.UNPUBLISHED && published > first) {
          first = published;
          replica.trim(shard, first);
        }
      }
    }
  }

  private static List<byte[]> next(WalCursor records) throws IOException {
    List<byte[]> batch = new ArrayList<>();
    for (Optional<byte[]> record = records.next();
        record.isPresent();
        record = batch.size() < MAX_BATCH ? records.next() : Optional.empty()) {
      batch.add(record.get());
    }
    return batch;
  }

  private void advance(long replicated) {
    lock.lock();
    try {
      end = replicated;
      trouble = Optional.empty();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }
}

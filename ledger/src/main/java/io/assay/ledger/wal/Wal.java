package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A write-ahead log with group commit: whatever is appended while one fdatasync runs shares the
 * next. There is no linger, for the fdatasync itself is the time in which a batch gathers.
 *
 * <p>Guarantee: once a ticket's future has completed, its record is found again by {@link #open}
 * after any crash that the disk's durable content survives. Thread-safe; waits park virtual
 * threads.
 */
public final class Wal implements AutoCloseable {

  private final Disk disk;
  private final Path directory;
  private final String shard;
  private final WalSettings settings;
  private final Fence fence;
  private final SegmentTable segments;
  private final SpareKeeper spare;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition roomMade = lock.newCondition();
  private final Condition workGiven = lock.newCondition();
  private final Condition advanced = lock.newCondition();
  private final Deque<Batch> pending = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();

  private LiveSegment filling;
  private long fillingBytes;
  private LiveSegment active;
  private @Nullable LedgerException failure;
  private boolean closed;
  private long next;
  private int inFlight;
  private volatile long durableEnd;

  private Wal(Disk disk, Path directory, String shard, WalSettings settings) throws IOException {
    this.disk = disk;
    this.directory = directory;
    this.shard = shard;
    this.settings = settings;
    this.spare = new SpareKeeper(disk, directory, settings.segmentBytes(), lock, roomMade);
    disk.createDirectories(directory);
    Recovery recovery = Recovery.of(disk, directory, shard);
    this.segments = new SegmentTable(disk, recovery.segments());
    this.fence = Fence.raise(disk, directory, segments.latestEpoch());
    this.next = recovery.end();
    this.durableEnd = recovery.end();
    this.filling = begin(recovery.end() - recovery.tail().size());
    this.active = filling;
    try {
      LiveSegment.preallocate(disk, directory, settings.segmentBytes());
      active.activate(recovery.tail());
      active.seal(recovery.end());
      segments.add(active);
    } catch (IOException | RuntimeException failed) {
      active.close();
      fence.close();
      throw failed;
    }
    this.fillingBytes = SegmentHeader.BYTES;
    recovery.tail().forEach(record -> fillingBytes += Frame.size(record));
  }

  /**
   * Opens the log in a directory, recovering what it holds, or begins one.
   *
   * @throws LedgerException when the log is damaged
   */
  public static Wal open(Disk disk, Path directory, String shard, WalSettings settings)
      throws IOException {
    Wal wal = new Wal(disk, directory, shard, settings);
    wal.start("assay-wal", wal::commitAll);
    wal.start("assay-wal-spare", wal.spare::keep);
    return wal;
  }

  /**
   * Appends a record. Returns before it is durable; blocks while too many are in flight.
   *
   * @throws LedgerException when the log is closed, has failed or has no room
   */
  public WalTicket append(byte[] payload) {
    if (payload.length == 0 || payload.length > Frame.MAX_PAYLOAD) {
      throw new IllegalArgumentException("a record of " + payload.length + " bytes");
    }
    lock.lock();
    try {
      while (!hasRoom(Frame.size(payload))) {
        roomMade.await();
      }
      fillingBytes += Frame.size(payload);
      Batch batch = pending.peekLast();
      if (batch == null || batch.segment != filling) {
        batch = new Batch(filling, next);
        pending.add(batch);
      }
      batch.payloads.add(payload);
      inFlight++;
      workGiven.signal();
      return new WalTicket(next++, batch.durable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LedgerException(
          Reason.INTERRUPTED, "interrupted while waiting for room in the log", interrupted);
    } finally {
      lock.unlock();
    }
  }

  /** The number of records that are durable. */
  public long durableEnd() {
    return durableEnd;
  }

  /** The index of the oldest record that has not been trimmed. */
  public long first() {
    return segments.first();
  }

  /** Why the log refuses, if it does. */
  public Optional<LedgerException> failure() {
    lock.lock();
    try {
      return Optional.ofNullable(failure);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until more than so many records are durable; returns at the latest after a time. */
  public long awaitBeyond(long end, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (durableEnd <= end && left > 0 && !closed && failure == null) {
        left = advanced.awaitNanos(left);
      }
      return durableEnd;
    } finally {
      lock.unlock();
    }
  }

  /** Reads durable records from an index on. */
  public WalCursor cursor(long from) {
    return new WalCursor(this, segments, from);
  }

  /** Fails when another writer has taken the shard. */
  public void checkFence() throws IOException {
    fence.check();
  }

  /** Waits until everything appended so far is durable or has failed. */
  public void drain() {
    lock.lock();
    try {
      long end = next;
      while (durableEnd < end && failure == null) {
        advanced.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Deletes the segments whose records all come before an index. */
  public void trim(long before) throws IOException {
    segments.trim(before);
    disk.forceDirectory(directory);
  }

  /** Makes everything appended durable and stops. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      workGiven.signalAll();
      roomMade.signalAll();
      spare.stop();
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= join(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    active.close();
    fence.close();
  }

  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  private boolean hasRoom(int frameBytes) throws InterruptedException {
    if (failure != null) {
      throw failure.again();
    }
    if (closed) {
      throw new LedgerException(Reason.CLOSED, "the ledger is closed");
    }
    if (inFlight >= settings.maxInFlight()) {
      return false;
    }
    if (fillingBytes + frameBytes + Frame.HEADER_BYTES <= settings.segmentBytes()) {
      if (fillingBytes > settings.segmentBytes() / 2) {
        spare.expect();
      }
      return true;
    }
    if (!spare.take()) {
      return false;
    }
    filling = begin(next);
    fillingBytes = SegmentHeader.BYTES;
    return true;
  }

  private LiveSegment begin(long first) {
    return new LiveSegment(disk, directory, new SegmentHeader(shard, fence.epoch(), first));
  }

  private void commitAll() {
    for (Batch batch = nextBatch(); batch != null; batch = nextBatch()) {
      try {
        commit(batch);
      } catch (IOException | RuntimeException failed) {
        poison(batch, failed);
        return;
      }
      lock.lock();
      try {
        durableEnd = batch.end();
        inFlight -= batch.payloads.size();
        roomMade.signalAll();
        advanced.signalAll();
      } finally {
        lock.unlock();
      }
      batch.durable.complete(null);
    }
  }

  private @Nullable Batch nextBatch() {
    lock.lock();
    try {
      while (pending.isEmpty() && !closed) {
        workGiven.awaitUninterruptibly();
      }
      return pending.poll();
    } finally {
      lock.unlock();
    }
  }

  private void commit(Batch batch) throws IOException {
    if (batch.segment == active) {
      active.write(batch.first, batch.payloads);
      active.force();
    } else {
      turnTo(batch);
    }
    fence.check();
    if (isIdle()) {
      active.seal(batch.end());
    }
  }

  private void turnTo(Batch batch) throws IOException {
    LiveSegment full = active;
    active = batch.segment;
    active.activate(batch.payloads);
    segments.add(active);
    full.close();
    lock.lock();
    try {
      spare.used();
      roomMade.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isIdle() {
    lock.lock();
    try {
      return pending.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private void poison(Batch batch, Exception cause) {
    LedgerException poisoned =
        cause instanceof LedgerException known
            ? known
            : new LedgerException(
                Reason.POISONED,
                "a write to %s failed (%s); check the disk and restart"
                    .formatted(directory, cause.getMessage()),
                cause);
    List<Batch> lost = new ArrayList<>(List.of(batch));
    lock.lock();
    try {
      failure = poisoned;
      lost.addAll(pending);
      pending.clear();
      roomMade.signalAll();
      advanced.signalAll();
      spare.stop();
    } finally {
      lock.unlock();
    }
    lost.forEach(each -> each.durable.completeExceptionally(poisoned));
  }

  private void start(String name, Runnable work) {
    threads.add(Thread.ofPlatform().daemon().name(name).start(work));
  }
}

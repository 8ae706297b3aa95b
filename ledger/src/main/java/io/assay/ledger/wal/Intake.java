package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The records that wait to be made durable, in batches: whatever comes while one is being forced
 * gathers in the next. Room for a record is certain before it is taken in. Thread-safe.
 */
final class Intake {

  private final WalSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition roomMade = lock.newCondition();
  private final Condition workGiven = lock.newCondition();
  private final Condition advanced = lock.newCondition();
  private final Deque<Batch> pending = new ArrayDeque<>();
  private final SpareKeeper spare;
  private final LongFunction<LiveSegment> segments;

  private LiveSegment filling;
  private long fillingBytes;
  private @Nullable LedgerException failure;
  private boolean closed;
  private long next;
  private int inFlight;
  private volatile long durableEnd;

  /**
   * Begins behind the durable records.
   *
   * @param filling the segment that the next record goes into
   * @param fillingBytes how much of it is taken
   * @param segments makes the segment that begins with an index
   */
  Intake(
      WalSettings settings,
      SpareKeeper.Maker maker,
      LongFunction<LiveSegment> segments,
      LiveSegment filling,
      long fillingBytes,
      long end) {
    this.settings = settings;
    this.spare = new SpareKeeper(maker, lock, roomMade);
    this.segments = segments;
    this.filling = filling;
    this.fillingBytes = fillingBytes;
    this.next = end;
    this.durableEnd = end;
  }

  SpareKeeper spare() {
    return spare;
  }

  long durableEnd() {
    return durableEnd;
  }

  Optional<LedgerException> failure() {
    lock.lock();
    try {
      return Optional.ofNullable(failure);
    } finally {
      lock.unlock();
    }
  }

  /** Gives a record its place; blocks while too many are in flight. */
  WalTicket add(byte[] payload) {
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

  /** Waits for the next batch; null once closed and empty. */
  @Nullable Batch take() {
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

  boolean isIdle() {
    lock.lock();
    try {
      return pending.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Says that the spare has become the segment being written. */
  void turned() {
    lock.lock();
    try {
      spare.used();
      roomMade.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Says that a batch is durable. */
  void committed(Batch batch) {
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

  /** Refuses the batch, all that wait and all that come, for good. */
  void fail(Batch batch, LedgerException poisoned) {
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

  /** Waits until more than so many records are durable; returns at the latest after a time. */
  long awaitBeyond(long end, long nanos) throws InterruptedException {
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

  /** Waits until everything taken in so far is durable or has failed. */
  void drain() {
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

  void close() {
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
  }

  private boolean hasRoom(int frameBytes) {
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
    filling = segments.apply(next);
    fillingBytes = SegmentHeader.BYTES;
    return true;
  }
}

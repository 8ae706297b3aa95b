package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Preallocates the next segment while the current one fills, so that room for a record is certain
 * before the record is accepted. All but {@link #keep} is called under the log's lock.
 */
final class SpareKeeper {

  private enum State {
    NONE,
    WANTED,
    READY,
    TAKEN
  }

  private static final long RETRY_NANOS = 1_000_000_000;

  /** Makes a spare segment, or fails and leaves nothing. */
  @FunctionalInterface
  interface Maker {
    void make() throws IOException;
  }

  private final Maker maker;
  private final ReentrantLock lock;
  private final Condition roomMade;
  private final Condition changed;
  private State state = State.NONE;
  private @Nullable IOException failure;
  private long failedAt;
  private boolean stopped;

  SpareKeeper(Maker maker, ReentrantLock lock, Condition roomMade) {
    this.maker = maker;
    this.lock = lock;
    this.roomMade = roomMade;
    this.changed = lock.newCondition();
  }

  /** Says that the spare will be needed soon. */
  void expect() {
    if (state == State.NONE && failure == null) {
      want();
    }
  }

  /**
   * Takes the spare for use; false when it is still being made.
   *
   * @throws LedgerException when there is no room for it on the disk
   */
  boolean take() {
    IOException full = failure;
    if (full != null) {
      if (state == State.NONE && System.nanoTime() - failedAt > RETRY_NANOS) {
        want();
      }
      throw new LedgerException(
          Reason.DISK_FULL, "no room for the next segment: " + full.getMessage(), full);
    }
    if (state == State.READY) {
      state = State.TAKEN;
      return true;
    }
    expect();
    return false;
  }

  /** Says that the spare has become a segment, so that another can be made. */
  void used() {
    state = State.NONE;
  }

  void stop() {
    stopped = true;
    changed.signalAll();
  }

  /** Makes spares until stopped; the work of a thread of its own. */
  void keep() {
    while (awaitWish()) {
      @Nullable IOException failed = null;
      try {
        maker.make();
      } catch (IOException full) {
        failed = full;
      }
      lock.lock();
      try {
        failure = failed;
        failedAt = System.nanoTime();
        state = failed == null ? State.READY : State.NONE;
        roomMade.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void want() {
    state = State.WANTED;
    changed.signalAll();
  }

  private boolean awaitWish() {
    lock.lock();
    try {
      while (state != State.WANTED && !stopped) {
        changed.awaitUninterruptibly();
      }
      return !stopped;
    } finally {
      lock.unlock();
    }
  }
}

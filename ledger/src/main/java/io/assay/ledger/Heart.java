package io.assay.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Does a ledger's regular work at each tick, and remembers what went wrong at the last one. */
final class Heart implements AutoCloseable {

  private final Duration interval;
  private final List<Runnable> work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("assay-heart").unstarted(this::run);
  private boolean closed;
  private volatile Optional<LedgerException> trouble = Optional.empty();

  Heart(Duration interval, List<Runnable> work) {
    this.interval = interval;
    this.work = List.copyOf(work);
  }

  void start() {
    thread.start();
  }

  /** What went wrong at the last tick, if anything did. */
  Optional<LedgerException> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
    Ledger.awaitEndOf(thread);
  }

  /** Runs a step; returns how it failed, if it did. */
  static Optional<LedgerException> attempt(Runnable step) {
    try {
      step.run();
      return Optional.empty();
    } catch (LedgerException failed) {
      return Optional.of(failed);
    } catch (RuntimeException failed) {
      return Optional.of(
          new LedgerException(LedgerException.Reason.UNAVAILABLE, failed.toString(), failed));
    }
  }

  private void run() {
    while (awaitTick()) {
      Optional<LedgerException> first = Optional.empty();
      for (Runnable step : work) {
        Optional<LedgerException> failed = attempt(step);
        first = first.isPresent() ? first : failed;
      }
      trouble = first;
    }
  }

  private boolean awaitTick() {
    lock.lock();
    try {
      long left = interval.toNanos();
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
}

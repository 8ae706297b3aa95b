package io.assay.gateway.access;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.Duty;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The newest snapshot, kept within a quarter of a second of the registers. It goes on serving
 * through an outage of its source until the snapshot is too old to trust; then it gives none.
 * Thread-safe.
 */
@Duty({"DS-9", "DS-10"})
public final class Snapshots implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final SnapshotSource source;
  private final Duration oldest;
  private final Consumer<Snapshot> preparation;
  private final AtomicReference<Confirmed> newest = new AtomicReference<>();
  private final Thread refresher;

  /** A snapshot and when the source last said that it is still the newest. */
  private record Confirmed(Snapshot snapshot, long nanos) {}

  /**
   * Reads the first snapshot before it returns.
   *
   * @param preparation puts in use what a snapshot brings; one for which it throws is not taken
   */
  public Snapshots(SnapshotSource source, Duration oldest, Consumer<Snapshot> preparation) {
    this.source = requireNonNull(source, "source");
    this.oldest = requireNonNull(oldest, "oldest");
    this.preparation = requireNonNull(preparation, "preparation");
    newest.set(new Confirmed(read(), System.nanoTime()));
    this.refresher = Thread.ofVirtual().name("snapshots").start(this::refreshForEver);
  }

  /** The newest snapshot; empty when it is too old to trust. */
  public Optional<Snapshot> current() {
    var confirmed = newest.get();
    return age(confirmed).compareTo(oldest) > 0
        ? Optional.empty()
        : Optional.of(confirmed.snapshot());
  }

  /** Time since the source last confirmed the snapshot. */
  public Duration age() {
    return age(newest.get());
  }

  @Override
  public void close() {
    refresher.interrupt();
  }

  private static Duration age(Confirmed confirmed) {
    return Duration.ofNanos(System.nanoTime() - confirmed.nanos());
  }

  private void refreshForEver() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(INTERVAL);
        refresh();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Snapshot read() {
    var snapshot = source.read();
    preparation.accept(snapshot);
    return snapshot;
  }

  /**
   * Asks the source now. A source out of reach leaves the snapshot as it is: its age tells, and in
   * the end closes.
   */
  public void refresh() {
    long asked = System.nanoTime();
    var held = newest.get().snapshot();
    try {
      var snapshot = source.version() == held.version() ? held : read();
      newest.set(new Confirmed(snapshot, asked));
    } catch (RuntimeException outOfReach) {
      Thread.onSpinWait();
    }
  }
}

package io.assay.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Pool;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
  /** Registers whose version the test moves and that it can put out of reach. */
  private static final class Registers implements SnapshotSource {
    final AtomicLong version = new AtomicLong(1);
    final AtomicBoolean reachable = new AtomicBoolean(true);

    @Override
    public long version() {
      if (!reachable.get()) {
        throw new IllegalStateException("out of reach");
      }
      return version.get();
    }

    @Override
    public Snapshot read() {
      return new Snapshot(
          version(), Map.of(), Map.of(), Pool.empty(), Map.of(), Reminding.NONE, Set.of());
    }
  }

  private static void await(BooleanSupplier reached) throws InterruptedException {
    for (int i = 0; i < 400 && !reached.getAsBoolean(); i++) {
      Thread.sleep(25);
    }
    assertThat(reached.getAsBoolean()).isTrue();
  }

  @Test
  void followsTheRegisters() throws InterruptedException {
    var registers = new Registers();
    try (var snapshots = new Snapshots(registers, Duration.ofMinutes(1), snapshot -> {})) {
      assertThat(snapshots.current().orElseThrow().version()).isEqualTo(1);
      registers.version.set(2);
      await(() -> snapshots.current().orElseThrow().version() == 2);
    }
  }

  @Test
  void servesThroughAnOutage_thenCloses_andOpensAgain() throws InterruptedException {
    var registers = new Registers();
    try (var snapshots = new Snapshots(registers, Duration.ofMillis(800), snapshot -> {})) {
      registers.reachable.set(false);
      assertThat(snapshots.current()).isPresent();
      await(() -> snapshots.current().isEmpty());
      registers.reachable.set(true);
      await(() -> snapshots.current().isPresent());
    }
  }

  @Test
  void closes_whenWhatASnapshotBringsCannotBePutInUse() throws InterruptedException {
    var registers = new Registers();
    var sound = new AtomicBoolean(true);
    Consumer<Snapshot> preparation =
        snapshot -> {
          if (!sound.get()) {
            throw new IllegalStateException("does not compile");
          }
        };
    try (var snapshots = new Snapshots(registers, Duration.ofMillis(800), preparation)) {
      sound.set(false);
      registers.version.set(2);
      await(() -> snapshots.current().isEmpty());
      sound.set(true);
      await(() -> snapshots.current().isPresent());
      assertThat(snapshots.current().orElseThrow().version()).isEqualTo(2);
    }
  }
}

package io.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.CrashingDisk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.wal.WalSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Crashes the machine at random operations and checks every promise that the ledger had made. */
class CrashTest {

  private static final Path DIRECTORY = Path.of("/ledger");
  private static final int POINTS = Integer.getInteger("assay.crashes", 1000);

  @Test
  void nothingAcknowledgedIsLost_atAnyCrashPoint() {
    int crashes = 0;
    for (long seed = 0; crashes < POINTS; seed++) {
      crashes += new Story(seed).run();
    }
    assertThat(crashes).isGreaterThanOrEqualTo(POINTS);
  }

  /** One disk's life through several crashes. */
  private static final class Story {

    private final long seed;
    private final Random random;
    private final Map<Long, Entry> acknowledged = new HashMap<>();
    private final List<Checkpoint> published = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private CrashingDisk disk;

    Story(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.disk = new CrashingDisk(seed);
    }

    int run() {
      int crashes = 4;
      for (int crash = 0; crash < crashes; crash++) {
        disk.crashAfter(1 + random.nextInt(90));
        work();
        disk = disk.afterCrash();
      }
      check();
      return crashes;
    }

    private void work() {
      try (Ledger ledger = Ledger.open(config())) {
        while (!disk.hasCrashed()) {
          if (random.nextInt(40) == 0) {
            disk.failNextForce();
          }
          append(ledger);
          if (random.nextInt(3) == 0) {
            published.add(ledger.publish());
          }
        }
      } catch (LedgerException failed) {
        assertThat(disk.hasCrashed() || failed.reason() != Reason.CORRUPT)
            .as("seed %d: %s", seed, failed)
            .isTrue();
      }
    }

    private void append(Ledger ledger) {
      Map<Appended, Entry> batch = new HashMap<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        Entry entry =
            Entry.of(
                "test.entry",
                Instant.EPOCH,
                Map.of("n", random.nextInt(), "padding", "x".repeat(random.nextInt(4000))));
        batch.put(ledger.append(entry), entry);
      }
      batch.forEach(
          (appended, entry) -> {
            appended.await(Acknowledgement.DURABLE);
            acknowledged.put(appended.index(), entry);
          });
    }

    private void check() {
      try (Ledger ledger = Ledger.open(config())) {
        published.add(ledger.publish());
        LogReader reader = ledger.reader();
        acknowledged.forEach(
            (index, entry) ->
                assertThat(reader.entry(index))
                    .as("seed %d, entry %d", seed, index)
                    .isEqualTo(entry));
        for (Checkpoint tree : published) {
          assertThat(reader.rootAt(tree.size()))
              .as("seed %d, %s", seed, tree)
              .isEqualTo(tree.root());
        }
      }
      assertThat(incidents).as("seed %d", seed).isEmpty();
    }

    private LedgerConfig config() {
      return LedgerConfig.at(DIRECTORY, "assay.example/crash")
          .withDisk(disk)
          .withIntervals(Duration.ofHours(1), Duration.ofHours(1))
          .withWal(new WalSettings(1 << 17, 64))
          .onIncident(incidents::add);
    }
  }
}

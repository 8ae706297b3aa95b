package io.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.disk.CrashingDisk;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a replica brings back when the disk is lost, in part or whole. */
class ReplicaTest {

  private static final WalSettings SMALL = new WalSettings(1 << 17, 64);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Path HOME = Path.of("/ledger");
  private static final int LOSSES = Integer.getInteger("assay.crashes", 1000) / 20;

  private final CrashingDisk disk = new CrashingDisk(1);
  private final WalReplica replica = new WalReplica(new CrashingDisk(2), Path.of("/peer"), SMALL);
  private final List<Incident> incidents = new ArrayList<>();

  @AfterEach
  void closeReplica() throws IOException {
    replica.close();
  }

  @Test
  void aLostWriteAheadLogIsRestored_andTheTreeGrowsOn() {
    Checkpoint before;
    String shard;
    long index;
    try (Ledger ledger = open(disk)) {
      shard = ledger.shard();
      before = ledger.publish();
      index = replicated(ledger, 7);
    }
    delete(disk, HOME.resolve(shard + ".wal"));
    try (Ledger ledger = open(disk)) {
      assertThat(ledger.shard()).isEqualTo(shard);
      ledger.publish();
      assertThat(ledger.reader().entry(index)).isEqualTo(entry(7));
      assertThat(ledger.reader().rootAt(before.size())).isEqualTo(before.root());
    }
    assertThat(incidents).isEmpty();
  }

  @Test
  void everythingButTheKeysMayBeLost() {
    String shard;
    long index;
    try (Ledger ledger = open(disk)) {
      shard = ledger.shard();
      index = replicated(ledger, 7);
      ledger.publish();
    }
    delete(disk, HOME.resolve(shard + ".wal"));
    delete(disk, HOME.resolve(shard));
    try (Ledger ledger = open(disk)) {
      ledger.publish();
      assertThat(ledger.shard()).isEqualTo(shard);
      assertThat(ledger.reader().entry(index)).isEqualTo(entry(7));
    }
  }

  @Test
  void withoutItsKeysAnotherShardBegins_andTheReplicaStaysAsItsRecord() {
    String shard;
    try (Ledger ledger = open(disk)) {
      shard = ledger.shard();
      replicated(ledger, 7);
    }
    try (Ledger ledger = open(new CrashingDisk(3))) {
      assertThat(ledger.shard()).isNotEqualTo(shard);
      replicated(ledger, 8);
    }
    assertThat(replica.extent(shard).end()).isPositive();
  }

  @Test
  void aLogThatItsReplicaDoesNotContinueIsRetired() throws IOException {
    String shard;
    try (Ledger ledger = open(disk)) {
      shard = ledger.shard();
      replicated(ledger, 1);
    }
    CrashingDisk backup = disk.afterCrash();
    CrashingDisk original = disk.afterCrash();
    try (Ledger ledger = open(original)) {
      replicated(ledger, 2);
    }
    try (Ledger ledger = Ledger.open(config(backup))) {
      append(ledger, 3);
    }
    try (Ledger ledger = open(backup)) {
      assertThat(ledger.shard()).isNotEqualTo(shard);
    }
    assertThat(incidents).singleElement().asString().contains("not those of its replica");
  }

  @Test
  void keepsOnlyWhatIsNotPublished_whenToldSo() throws InterruptedException {
    Replication lean = new Replication(replica, Replication.Keep.UNPUBLISHED);
    String shard;
    long index = 0;
    try (Ledger ledger = Ledger.open(config(disk).with(lean))) {
      shard = ledger.shard();
      for (int i = 0; i < 200; i++) {
        index = append(ledger, i).index();
      }
      ledger.publish();
      while (replica.extent(shard).first() == 0) {
        append(ledger, 7);
        ledger.publish();
      }
    }
    delete(disk, HOME.resolve(shard + ".wal"));
    try (Ledger ledger = Ledger.open(config(disk).with(lean))) {
      assertThat(ledger.shard()).isEqualTo(shard);
      ledger.publish();
      assertThat(ledger.reader().entry(index)).isEqualTo(entry(199));
    }
  }

  @Test
  void aReplicaThatComesLaterBeginsWhereTheLogStillReaches() {
    String shard;
    try (Ledger ledger = Ledger.open(config(disk))) {
      shard = ledger.shard();
      for (int i = 0; i < 200; i++) {
        append(ledger, i);
      }
      ledger.publish();
      for (int i = 0; i < 200; i++) {
        append(ledger, i);
      }
      ledger.publish();
    }
    try (Ledger ledger = open(disk)) {
      long index = replicated(ledger, 7);
      assertThat(replica.extent(shard).end()).isGreaterThan(index);
    }
    assertThat(replica.extent(shard).first()).isPositive();
  }

  @Test
  void nothingIsPublishedBeforeItIsReplicated() {
    Replica broken = new BrokenReplica();
    LedgerConfig config = config(disk).with(new Replication(broken, Replication.Keep.EVERYTHING));
    try (Ledger ledger = Ledger.open(config)) {
      append(ledger, 1);
      assertThat(ledger.receipt(0)).isEmpty();
      assertThatThrownBy(() -> ledger.receipt(0, Duration.ofMillis(100)))
          .hasMessageContaining("no network");
    }
  }

  @Test
  void nothingReplicatedIsLost_wheneverTheDiskIsLost() throws IOException {
    for (long seed = 0; seed < LOSSES; seed++) {
      lose(seed);
    }
  }

  /** Crashes a disk at a random operation, loses its write-ahead log, and goes on. */
  private void lose(long seed) throws IOException {
    Random random = new Random(seed);
    Map<Long, Entry> acknowledged = new HashMap<>();
    List<Checkpoint> published = new ArrayList<>();
    CrashingDisk crashing = new CrashingDisk(seed);
    try (WalReplica peer = new WalReplica(new CrashingDisk(seed), Path.of("/peer"), SMALL)) {
      String shard;
      try (Ledger ledger = Ledger.open(config(crashing).withReplica(peer))) {
        shard = ledger.shard();
      }
      crashing.crashAfter(1 + random.nextInt(120));
      try (Ledger ledger = Ledger.open(config(crashing).withReplica(peer))) {
        while (!crashing.hasCrashed()) {
          Appended appended = ledger.append(entry(random.nextInt()));
          Entry entry = entry(acknowledged.size());
          Appended second = ledger.append(entry);
          if (second.await(Acknowledgement.REPLICATED, Duration.ofMillis(200))
              && appended.await(Acknowledgement.REPLICATED, Duration.ofMillis(200))) {
            acknowledged.put(second.index(), entry);
          }
          if (random.nextInt(3) == 0) {
            published.add(ledger.publish());
          }
        }
      } catch (LedgerException crashed) {
        assertThat(crashing.hasCrashed()).as("seed %d: %s", seed, crashed).isTrue();
      }
      CrashingDisk found = crashing.afterCrash();
      delete(found, HOME.resolve(shard + ".wal"));
      try (Ledger ledger = Ledger.open(config(found).withReplica(peer))) {
        published.add(ledger.publish());
        acknowledged.forEach(
            (index, entry) ->
                assertThat(ledger.reader().entry(index)).as("seed %d", seed).isEqualTo(entry));
        published.forEach(
            tree ->
                assertThat(ledger.reader().rootAt(tree.size()))
                    .as("seed %d", seed)
                    .isEqualTo(tree.root()));
      }
    }
  }

  private Ledger open(Disk on) {
    return Ledger.open(config(on).withReplica(replica).onIncident(incidents::add));
  }

  private static long replicated(Ledger ledger, int number) {
    Appended appended = ledger.append(entry(number));
    appended.await(Acknowledgement.REPLICATED);
    return appended.index();
  }

  private static Appended append(Ledger ledger, int number) {
    Appended appended = ledger.append(entry(number));
    appended.await(Acknowledgement.DURABLE);
    return appended;
  }

  private static LedgerConfig config(Disk disk) {
    return LedgerConfig.at(HOME, "assay.example/replica")
        .withDisk(disk)
        .withIntervals(HOUR, HOUR)
        .withWal(SMALL);
  }

  private static Entry entry(int number) {
    return Entry.of("test.entry", Instant.EPOCH, Map.of("n", number, "padding", "x".repeat(1000)));
  }

  private static void delete(Disk disk, Path tree) {
    try {
      for (String name : disk.list(tree)) {
        if (disk.isDirectory(tree.resolve(name))) {
          delete(disk, tree.resolve(name));
        } else {
          disk.delete(tree.resolve(name));
          disk.forceDirectory(tree);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A replica that knows the shard and takes nothing. */
  private static final class BrokenReplica implements Replica {

    @Override
    public List<String> shards() {
      return List.of();
    }

    @Override
    public Extent extent(String shard) {
      return Extent.NONE;
    }

    @Override
    public void begin(String shard, long first) {
      throw unreachable();
    }

    @Override
    public void append(String shard, long first, List<byte[]> records) {
      throw unreachable();
    }

    @Override
    public List<byte[]> read(String shard, long from, int most) {
      throw unreachable();
    }

    @Override
    public void trim(String shard, long before) {
      throw unreachable();
    }

    @Override
    public void close() {}

    private static LedgerException unreachable() {
      return new LedgerException(LedgerException.Reason.UNAVAILABLE, "no network");
    }
  }
}

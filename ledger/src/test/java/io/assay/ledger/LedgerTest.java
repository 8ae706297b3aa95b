package io.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.tree.Proofs;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path directory;

  @Test
  void entriesAreReadBackAndProved_afterPublishing() {
    try (Ledger ledger = Ledger.open(config())) {
      append(ledger, 300);
      Checkpoint tree = ledger.publish();
      assertThat(tree.size()).isEqualTo(301);
      assertThat(ledger.reader().entry(300)).isEqualTo(entry(299));
      for (long index : List.of(0L, 1L, 255L, 256L, 300L)) {
        Receipt receipt = Receipt.parse(ledger.receipt(index).orElseThrow().bytes());
        assertThat(receipt.verify(ledger.keys())).isEqualTo(ledger.reader().entry(index));
      }
    }
  }

  @Test
  void rangesCrossBundles() {
    try (Ledger ledger = Ledger.open(config())) {
      append(ledger, 600);
      ledger.publish();
      assertThat(ledger.reader().entries(250, 520).map(LogReader.Placed::index))
          .hasSize(270)
          .startsWith(250L)
          .endsWith(519L);
      assertThat(ledger.reader().entries(590, 10_000)).hasSize(11);
    }
  }

  @Test
  void continuesItsShard_whenReopened() {
    Checkpoint before;
    try (Ledger ledger = Ledger.open(config())) {
      append(ledger, 270);
      before = ledger.publish();
    }
    try (Ledger ledger = Ledger.open(config())) {
      append(ledger, 10);
      Checkpoint after = ledger.publish();
      assertThat(after.origin()).isEqualTo(before.origin());
      assertThat(after.size()).isEqualTo(before.size() + 11);
      List<Hash> proof = ledger.reader().consistency(before.size());
      assertThat(Proofs.consistent(before.size(), before.root(), after.size(), after.root(), proof))
          .isTrue();
    }
  }

  @Test
  void retiresTheShardAndReports_whenSignedRecordsAreLost() throws IOException {
    String lost;
    try (Ledger ledger = Ledger.open(config())) {
      append(ledger, 5);
      ledger.publish();
      lost = ledger.shard();
    }
    try (Stream<Path> files = Files.list(directory.resolve(lost + ".wal"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".wal")).toList()) {
        Files.delete(file);
      }
    }
    AtomicReference<Incident> reported = new AtomicReference<>();
    try (Ledger ledger = Ledger.open(config().onIncident(reported::set))) {
      assertThat(ledger.shard()).isNotEqualTo(lost);
      assertThat(reported.get().shard()).isEqualTo(lost);
      ledger.publish();
      assertThat(ledger.reader().entry(0).type()).isEqualTo("ledger.incident");
      assertThat(ledger.reader(lost).entry(5)).isEqualTo(entry(4));
      assertThatThrownBy(() -> ledger.reader("../keys"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(directory.resolve(lost).resolve("checkpoint")).exists();
  }

  @Test
  void retiresTheShard_whenItsPrivateFilesAreOlderThanWhatWasShown() throws IOException {
    Path old = directory.resolve("old");
    Path live;
    try (Ledger ledger = Ledger.open(config())) {
      append(ledger, 5);
      ledger.publish();
      live = directory.resolve(ledger.shard() + ".wal");
    }
    copy(live, old);
    try (Ledger ledger = Ledger.open(config())) {
      append(ledger, 5);
    }
    try (Stream<Path> files = Files.list(live)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(live);
    copy(old, live);
    AtomicReference<Incident> reported = new AtomicReference<>();
    try (Ledger ledger = Ledger.open(config().onIncident(reported::set))) {
      assertThat(reported.get().what()).contains("a tree of 12 was shown");
      assertThat(live.endsWith(ledger.shard() + ".wal")).isFalse();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void refusesASecondWriter() {
    try (Ledger ledger = Ledger.open(config())) {
      assertThat(ledger.size()).isNotNegative();
      assertRefused(Reason.SECOND_WRITER, () -> Ledger.open(config()));
    }
  }

  @Test
  void refusesAppends_whenClosed() {
    Ledger ledger = Ledger.open(config());
    ledger.close();
    assertRefused(Reason.CLOSED, () -> ledger.append(entry(1)));
  }

  @Test
  void refusesAClockThatWentBack() {
    AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    InstantSource source = clock::get;
    try (Ledger ledger = Ledger.open(config().withClock(source))) {
      clock.set(NOON.minusSeconds(60));
      assertRefused(Reason.CLOCK_WENT_BACK, () -> ledger.append(entry(1)));
      clock.set(NOON.plusSeconds(1));
      append(ledger, 1);
    }
    clock.set(NOON.minusSeconds(60));
    assertRefused(Reason.CLOCK_WENT_BACK, () -> Ledger.open(config().withClock(source)));
  }

  @Test
  void refusesToOpen_whenATileWasChanged() throws IOException {
    String shard;
    try (Ledger ledger = Ledger.open(config())) {
      append(ledger, 5);
      shard = ledger.shard();
    }
    Path tile = directory.resolve(shard).resolve("tile/0/000.p/6");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[40] ^= 1;
    Files.write(tile, bytes);
    assertRefused(Reason.CORRUPT, () -> Ledger.open(config()));
  }

  @Test
  void saysWhatIsMissing_whenALevelIsNotConfigured() {
    try (Ledger ledger = Ledger.open(config())) {
      Appended appended = ledger.append(entry(1));
      assertRefused(
          Reason.NOT_CONFIGURED, () -> appended.await(Acknowledgement.REPLICATED, Duration.ZERO));
      assertRefused(
          Reason.NOT_CONFIGURED, () -> appended.await(Acknowledgement.WITNESSED, Duration.ZERO));
    }
  }

  @Test
  void publishesByItself_andBeats() {
    LedgerConfig quick = config().withIntervals(Duration.ofMillis(20), Duration.ofMillis(1));
    try (Ledger ledger = Ledger.open(quick)) {
      Appended appended = ledger.append(entry(1));
      Receipt receipt = ledger.receipt(appended.index() + 1, Duration.ofSeconds(20));
      assertThat(receipt.verify(ledger.keys()).type()).isEqualTo("ledger.heartbeat");
    }
  }

  @Test
  void manyVirtualThreadsAppendAcrossSegments() throws InterruptedException {
    try (Ledger ledger = Ledger.open(config())) {
      List<Thread> writers =
          IntStream.range(0, 32)
              .mapToObj(i -> Thread.ofVirtual().start(() -> append(ledger, 100)))
              .toList();
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(ledger.publish().size()).isEqualTo(3201);
      assertThat(ledger.reader().entries(0, 4000).count()).isEqualTo(3201);
    }
  }

  private LedgerConfig config() {
    return LedgerConfig.at(directory, "assay.example/test")
        .withIntervals(Duration.ofHours(1), Duration.ofHours(1))
        .withWal(new WalSettings(1 << 17, 64));
  }

  private static void append(Ledger ledger, int count) {
    Appended last = ledger.append(entry(0));
    for (int i = 1; i < count; i++) {
      last = ledger.append(entry(i));
    }
    last.await(Acknowledgement.DURABLE);
  }

  private static Entry entry(int number) {
    return Entry.of(
        "exchange.received", NOON, Map.of("number", number, "padding", "x".repeat(100)));
  }

  private static void assertRefused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LedgerException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}

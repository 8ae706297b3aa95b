package io.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.verify.LogVerifier;
import io.assay.ledger.verify.ShardSetVerifier;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.verify.Verification;
import io.assay.ledger.wal.Wal;
import io.assay.ledger.wal.WalCursor;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replication, key rotation and the registry. */
class AssuranceTest {

  private static final WalSettings SMALL = new WalSettings(1 << 17, 64);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path directory;

  @Test
  void acknowledgesReplicated_onceThePeerHoldsTheRecord() throws IOException {
    Path peer = directory.resolve("peer");
    String shard;
    long index;
    try (WalReplica replica = new WalReplica(Disk.real(), peer, SMALL);
        Ledger ledger = Ledger.open(config().withReplica(replica))) {
      shard = ledger.shard();
      Appended appended = ledger.append(entry(7));
      appended.await(Acknowledgement.REPLICATED);
      index = appended.index();
    }
    try (Wal copy = Wal.open(Disk.real(), peer.resolve(shard + ".wal"), shard, SMALL);
        WalCursor cursor = copy.cursor(index)) {
      assertThat(Entry.parse(cursor.next().orElseThrow())).isEqualTo(entry(7));
    }
  }

  @Test
  void bothKeysSignDuringTheOverlap_andOnlyTheNewOneAfter() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    InstantSource clock = now::get;
    try (Ledger ledger = Ledger.open(config().withClock(clock))) {
      VerifierKey old = ledger.keys().get(0);
      VerifierKey young = ledger.rotateKey(Duration.ofDays(30));
      ledger.publish();
      assertThat(ledger.keys()).containsExactly(young, old);
      assertThat(ledger.reader().note().verifiedBy(ledger.keys()))
          .containsExactlyInAnyOrder(old, young);
      now.set(now.get().plus(Duration.ofDays(31)));
      ledger.append(entry(1)).await(Acknowledgement.DURABLE);
      ledger.publish();
      assertThat(ledger.reader().note().verifiedBy(ledger.keys())).containsExactly(young);
    }
    try (Ledger ledger = Ledger.open(config().withClock(clock))) {
      ledger.publish();
      assertThat(
              new LogVerifier(TrustPolicy.of(ledger.keys()))
                  .verify(
                      new FileStore(
                          Disk.real(), directory.resolve("plain").resolve(ledger.shard()))))
          .isInstanceOf(Verification.Sound.class);
    }
  }

  @Test
  void aDeletedShardShowsInTheRegistry() throws IOException {
    LedgerConfig first = config("one");
    LedgerConfig second = config("two");
    String lost = fillAndClose(first);
    String kept = fillAndClose(second);
    assertThat(verifyAll(lost)).allSatisfy((name, found) -> assertThat(found.isSound()).isTrue());

    delete(directory.resolve("one").resolve(lost));
    assertThat(verifyAll(lost).get(lost)).isInstanceOf(Verification.Broken.class);
    assertThat(verifyAll(lost).get(kept)).isInstanceOf(Verification.Sound.class);
  }

  @Test
  void aRolledBackShardShowsInTheRegistry() throws IOException {
    LedgerConfig config =
        config("one")
            .with(new LedgerConfig.Rhythm(Duration.ofMillis(5), HOUR, Duration.ofMillis(5)));
    SignedNote before;
    String shard;
    try (Ledger ledger = Ledger.open(config)) {
      shard = ledger.shard();
      ledger.publish();
      before = ledger.reader().note();
      long index = ledger.append(entry(1)).index();
      ledger.receipt(index, Duration.ofSeconds(20));
      long seen = crossChecks();
      while (crossChecks() < seen + 2) {
        Thread.onSpinWait();
      }
    }
    Path log = directory.resolve("one").resolve(shard);
    Files.write(log.resolve("checkpoint"), before.bytes());
    for (String tile : List.of("tile/0/000.p/2", "tile/entries/000.p/2")) {
      Files.delete(log.resolve(tile));
    }
    assertThat(String.valueOf(verifyAll(shard).get(shard))).contains("ROLLBACK");
  }

  private long crossChecks() {
    try {
      return new LogReader(new FileStore(Disk.real(), registryLog()))
          .entries(0, 1000)
          .filter(placed -> placed.entry().type().equals("registry.cross"))
          .count();
    } catch (LedgerException | IOException notYet) {
      return 0;
    }
  }

  @Test
  void aReplicaRefusesAGap() {
    WalReplica replica = new WalReplica(Disk.real(), directory.resolve("peer"), SMALL);
    assertThatThrownBy(() -> replica.append("shard", 3, List.of(new byte[] {1})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 records, not 3");
  }

  private Map<String, Verification> verifyAll(String one) throws IOException {
    FileStore registry = new FileStore(Disk.real(), registryLog());
    List<VerifierKey> keys =
        new String(registry.read("vkey").orElseThrow(), StandardCharsets.UTF_8)
            .lines()
            .map(VerifierKey::parse)
            .toList();
    return new ShardSetVerifier(TrustPolicy.of(keys))
        .verify(
            registry,
            shard ->
                new FileStore(
                    Disk.real(),
                    directory.resolve(shard.equals(one) ? "one" : "two").resolve(shard)));
  }

  private Path registryLog() throws IOException {
    try (Stream<Path> logs = Files.list(directory.resolve("registry"))) {
      return logs.filter(path -> Files.exists(path.resolve("checkpoint")))
          .findAny()
          .orElseThrow(() -> new IOException("no registry yet"));
    }
  }

  private String fillAndClose(LedgerConfig config) {
    try (Ledger ledger = Ledger.open(config)) {
      ledger.append(entry(1)).await(Acknowledgement.DURABLE);
      return ledger.shard();
    }
  }

  private LedgerConfig config(String process) {
    LedgerConfig registry =
        LedgerConfig.at(directory.resolve("registry"), "assay.example/registry")
            .withIntervals(HOUR, HOUR)
            .withWal(SMALL);
    return LedgerConfig.at(directory.resolve(process), "assay.example/" + process)
        .withIntervals(HOUR, HOUR)
        .withWal(SMALL)
        .withRegistry(new ShardRegistry(registry));
  }

  private LedgerConfig config() {
    return LedgerConfig.at(directory.resolve("plain"), "assay.example/plain")
        .withIntervals(HOUR, HOUR)
        .withWal(SMALL);
  }

  private static Entry entry(int number) {
    return Entry.of("test.entry", Instant.EPOCH, Map.of("n", number));
  }

  private static void delete(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

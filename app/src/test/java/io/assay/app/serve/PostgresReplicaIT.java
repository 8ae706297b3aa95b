package io.assay.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.LedgerException;
import io.assay.ledger.Replica.Extent;
import io.assay.ledger.Replication;
import io.assay.office.database.Database;
import io.assay.office.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A ledger whose replica is a real PostgreSQL server. */
class PostgresReplicaIT {
  @TempDir static Path home;

  private static EmbeddedPostgres server;
  private static Database database;

  @TempDir Path directory;

  @BeforeAll
  static void startServer() {
    server = EmbeddedPostgres.start(home.resolve("pg"));
    database = server.database();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void whatWasReplicatedComesBack_whenTheWriteAheadLogIsLost() throws IOException {
    var acknowledged = new HashMap<Long, Entry>();
    String shard;
    try (var replica = new PostgresReplica(source());
        var ledger = open(replica, Replication.Keep.EVERYTHING)) {
      shard = ledger.shard();
      for (int i = 0; i < 300; i++) {
        acknowledged.put(ledger.append(entry(i)).index(), entry(i));
      }
      replicated(ledger, 300);
    }
    delete(directory.resolve(shard + ".wal"));
    delete(directory.resolve(shard));
    try (var replica = new PostgresReplica(source());
        var ledger = open(replica, Replication.Keep.EVERYTHING)) {
      assertThat(ledger.shard()).isEqualTo(shard);
      ledger.publish();
      acknowledged.forEach(
          (index, entry) -> assertThat(ledger.reader().entry(index)).isEqualTo(entry));
    }
  }

  @Test
  void whatIsPublishedIsTrimmed_whenToldSo() {
    try (var replica = new PostgresReplica(source());
        var ledger = open(replica, Replication.Keep.UNPUBLISHED)) {
      replicated(ledger, 1);
      ledger.publish();
      for (int i = 0; replica.extent(ledger.shard()).first() == 0; i++) {
        replicated(ledger, i);
      }
      var extent = replica.extent(ledger.shard());
      assertThat(replica.read(ledger.shard(), 0, 10_000))
          .hasSize((int) (extent.end() - extent.first()));
    }
  }

  @Test
  void aSecondWriterAndAGapAreRefused() {
    try (var one = new PostgresReplica(source());
        var other = new PostgresReplica(source())) {
      one.append("twice", 0, List.of(new byte[] {1}));
      other.append("twice", 1, List.of(new byte[] {2}));
      assertThatThrownBy(() -> one.append("twice", 1, List.of(new byte[] {3})))
          .hasMessageContaining("does not end at record 1");
      assertThat(one.extent("twice")).isEqualTo(new Extent(0, 2));
      assertThat(one.read("twice", 1, 5)).containsExactly(new byte[] {2});
    }
  }

  @Test
  void aServerThatDoesNotForceItsCommitsIsRefused() {
    var source = source();
    source.setUrl(database.url() + "?options=-c%20synchronous_commit=off");
    try (var replica = new PostgresReplica(source)) {
      assertThatThrownBy(() -> replica.extent("any"))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("synchronous_commit = off");
    }
  }

  private Ledger open(PostgresReplica replica, Replication.Keep keep) {
    return Ledger.open(
        LedgerConfig.at(directory, "assay.example/replica")
            .withIntervals(Duration.ofMillis(50), Duration.ofHours(1))
            .with(new Replication(replica, keep)));
  }

  private static void replicated(Ledger ledger, int number) {
    Appended appended = ledger.append(entry(number));
    appended.await(Acknowledgement.REPLICATED);
  }

  private static Entry entry(int number) {
    return Entry.of("test.entry", Instant.EPOCH, Map.of("n", number));
  }

  private static DriverManagerDataSource source() {
    return new DriverManagerDataSource(database.url(), database.user(), database.password());
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package io.assay.bench.ledger;

import com.sun.management.OperatingSystemMXBean;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.disk.DiskFile;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.tree.Merkle;
import io.assay.ledger.wal.Wal;
import io.assay.ledger.wal.WalSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Durable appends of 1 KiB, in interleaved slices: raw append and fdatasync, the write-ahead log,
 * the whole ledger, PostgreSQL rows, and a hash-chained PostgreSQL table. A ratio is taken within
 * each round, so that a disk or neighbours that change their pace from round to round do not move
 * it; what is printed is the median over the rounds, and the least and the greatest.
 *
 * <p>Arguments: a directory on the disk to measure, seconds per slice, rounds.
 */
public final class WritePathBench {

  private static final byte[] RECORD = new byte[1024];
  private static final int CLIENTS = 64;

  private final Path directory;
  private final double seconds;
  private final List<Round> rounds = new ArrayList<>();

  /** What was measured in one round; a figure taken several times counts with its mean. */
  private record Round(Map<String, List<Double>> figures) {

    double mean(String figure) {
      return figures.getOrDefault(figure, List.of()).stream()
          .mapToDouble(Double::doubleValue)
          .average()
          .orElse(Double.NaN);
    }
  }

  private WritePathBench(Path directory, double seconds) {
    this.directory = directory;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory(Path.of(arguments[0]), "ledger-bench");
    WritePathBench bench = new WritePathBench(directory, Double.parseDouble(arguments[1]));
    int rounds = Integer.parseInt(arguments[2]);
    try (PostgresServer postgres = new PostgresServer(directory)) {
      bench.createTables(postgres);
      for (int round = 0; round <= rounds; round++) {
        bench.rounds.add(new Round(new HashMap<>()));
        bench.round(round, postgres);
      }
    }
    bench.rounds.remove(0);
    bench.report();
  }

  private void round(int round, PostgresServer postgres) throws Exception {
    raw(round);
    wal(round, 1);
    raw(100 + round);
    wal(round, CLIENTS);
    ledger(round);
    hashing();
    raw(200 + round);
    wal(round, 512);
    postgres("insert", postgres, "insert into plain (body) values (?)");
    raw(300 + round);
    postgres("chain", postgres, null);
  }

  private void raw(int round) throws Exception {
    try (DiskFile file = Disk.real().open(directory.resolve("raw-" + round))) {
      long[] position = {0};
      Slice slice =
          Slice.of(
              1,
              seconds,
              writer -> {
                file.writeFully(position[0], RECORD);
                position[0] += RECORD.length;
                file.force();
              });
      note("raw fdatasync/s", slice.rate());
      note("raw p50 ms", slice.millisAt(0.5));
      note("raw p99 ms", slice.millisAt(0.99));
    }
  }

  private void wal(int round, int writers) throws Exception {
    CountingDisk disk = new CountingDisk();
    Path path = directory.resolve("wal-" + writers + "-" + round);
    try (Wal wal = Wal.open(disk, path, "bench", WalSettings.DEFAULT)) {
      long before = disk.forces();
      Slice slice = Slice.of(writers, seconds, writer -> wal.append(RECORD).durable().get());
      long forces = disk.forces() - before;
      note("wal " + writers + " records/s", slice.rate());
      note("wal " + writers + " records per fdatasync", (double) slice.operations() / forces);
      note("wal " + writers + " fdatasync/s", forces / slice.seconds());
      note("wal " + writers + " p50 ms", slice.millisAt(0.5));
      note("wal " + writers + " p99 ms", slice.millisAt(0.99));
    }
  }

  private void ledger(int round) throws Exception {
    Path path = directory.resolve("ledger-" + round);
    try (Ledger ledger = Ledger.open(LedgerConfig.at(path, "bench.example/ledger"))) {
      Map<String, String> body = Map.of("payload", "x".repeat(900));
      long cpu = cpuNanos();
      Slice slice =
          Slice.of(
              CLIENTS,
              seconds,
              writer ->
                  ledger
                      .append(Entry.of("bench.entry", Instant.now(), body))
                      .await(Acknowledgement.DURABLE));
      note("ledger 64 records/s", slice.rate());
      note("ledger 64 CPU ns per record", (double) (cpuNanos() - cpu) / slice.operations());
      note("ledger 64 p99 ms", slice.millisAt(0.99));
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** What leaf hash, checksum and its share of the nodes above cost one record. */
  private void hashing() {
    int count = 100_000;
    byte[] record = RECORD.clone();
    Hash node = Merkle.EMPTY_ROOT;
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    for (int i = 0; i < count; i++) {
      record[0] = (byte) i;
      CRC32C crc = new CRC32C();
      crc.update(record);
      record[1] = (byte) crc.getValue();
      node = Merkle.node(node, Merkle.leaf(record));
    }
    long cpu = thread.getCurrentThreadCpuTime() - start;
    note("hashing and checksum CPU ns per record", (double) cpu / count);
    if (node.equals(Merkle.EMPTY_ROOT)) {
      throw new IllegalStateException("nothing was hashed");
    }
  }

  private void createTables(PostgresServer postgres) throws SQLException {
    try (Connection connection = postgres.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table plain (id bigserial primary key, body bytea not null)");
      statement.execute(
          "create table chained (id bigint primary key, body bytea not null, hash bytea not null)");
      statement.execute("create table head (id bigint not null, hash bytea not null)");
      statement.execute("insert into head values (0, sha256(''))");
    }
  }

  private void postgres(String name, PostgresServer postgres, @Nullable String insert)
      throws Exception {
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      connections.add(postgres.connect());
    }
    Slice slice =
        Slice.of(
            CLIENTS,
            seconds,
            writer -> {
              Connection connection = connections.get(writer);
              if (insert == null) {
                chain(connection);
              } else {
                try (PreparedStatement statement = connection.prepareStatement(insert)) {
                  statement.setBytes(1, RECORD);
                  statement.executeUpdate();
                }
              }
            });
    note("postgres " + name + " rows/s", slice.rate());
    note("postgres " + name + " p99 ms", slice.millisAt(0.99));
    for (Connection connection : connections) {
      connection.close();
    }
  }

  /** Appends a row whose hash covers the row before it, as a chained audit table must. */
  private static void chain(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement head =
            connection.prepareStatement("select id, hash from head for update");
        var row = head.executeQuery()) {
      row.next();
      long id = row.getLong(1) + 1;
      byte[] previous = row.getBytes(2);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into chained select ?, ?, sha256(? || ?) returning hash")) {
        insert.setLong(1, id);
        insert.setBytes(2, RECORD);
        insert.setBytes(3, previous);
        insert.setBytes(4, RECORD);
        try (var hash = insert.executeQuery();
            PreparedStatement update =
                connection.prepareStatement("update head set id = ?, hash = ?")) {
          hash.next();
          update.setLong(1, id);
          update.setBytes(2, hash.getBytes(1));
          update.executeUpdate();
        }
      }
    }
    connection.commit();
  }

  private void note(String figure, double value) {
    rounds
        .get(rounds.size() - 1)
        .figures()
        .computeIfAbsent(figure, f -> new ArrayList<>())
        .add(value);
  }

  private void report() {
    rounds.get(0).figures().keySet().stream()
        .sorted()
        .forEach(figure -> print(figure, round -> round.mean(figure)));
    System.out.println();
    ratio("wal 64 records per fdatasync", CLIENTS);
    ratio("wal 512 records per fdatasync", 512);
    ratio("wal 64 fdatasync/s", "raw fdatasync/s");
    ratio("wal 1 p50 ms", "raw p50 ms");
    ratio("wal 64 p99 ms", "raw p99 ms");
    ratio("wal 64 records/s", "raw fdatasync/s");
    ratio("ledger 64 records/s", "wal 64 records/s");
    ratio("hashing and checksum CPU ns per record", "ledger 64 CPU ns per record");
    ratio("ledger 64 records/s", "postgres insert rows/s");
    ratio("ledger 64 records/s", "postgres chain rows/s");
  }

  private void ratio(String figure, String to) {
    print(figure + " / " + to, round -> round.mean(figure) / round.mean(to));
  }

  private void ratio(String figure, int to) {
    print(figure + " / " + to, round -> round.mean(figure) / to);
  }

  private void print(String what, ToDoubleFunction<Round> value) {
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    System.out.printf(
        "%-72s %12.2f  (%.2f to %.2f)%n",
        what, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }
}

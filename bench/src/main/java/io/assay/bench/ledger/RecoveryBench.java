package io.assay.bench.ledger;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.tree.Merkle;
import io.assay.ledger.verify.LogVerifier;
import io.assay.ledger.verify.TrustPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * How long recovery of a crashed ledger, publication and verification take, and what hashing costs.
 *
 * <p>Arguments: a directory on the disk to measure, and how many entries.
 */
public final class RecoveryBench {

  private static final int COPIES = 3;

  private RecoveryBench() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory(Path.of(arguments[0]), "ledger-recovery");
    hashing();
    lag(directory.resolve("lag"));
    recovery(directory, Integer.parseInt(arguments[1]));
  }

  private static void hashing() {
    byte[] record = new byte[1024];
    long nanos = 0;
    for (int warm = 0; warm < 5; warm++) {
      long start = System.nanoTime();
      for (int i = 0; i < 200_000; i++) {
        record[0] = (byte) Merkle.leaf(record).hashCode();
        CRC32C crc = new CRC32C();
        crc.update(record);
        record[1] = (byte) crc.getValue();
      }
      nanos = (System.nanoTime() - start) / 200_000;
    }
    System.out.printf("leaf hash and CRC32C of 1 KiB: %d ns%n", nanos);
  }

  private static void lag(Path directory) throws Exception {
    try (Ledger ledger = Ledger.open(LedgerConfig.at(directory, "bench.example/lag"))) {
      Slice slice =
          Slice.of(
              64,
              20,
              writer -> {
                Appended appended =
                    ledger.append(Entry.of("bench.entry", Instant.now(), Map.of("n", writer)));
                ledger.receipt(appended.index(), Duration.ofSeconds(30));
              });
      System.out.printf(
          "append to receipt, 64 writers, interval 1 s: p50 %.0f ms, p99 %.0f ms, max %.0f ms%n",
          slice.millisAt(0.5), slice.millisAt(0.99), slice.millisAt(1));
    }
  }

  private static void recovery(Path directory, int entries) throws Exception {
    Path original = directory.resolve("original");
    Path crashed = directory.resolve("crashed-0");
    LedgerConfig config = LedgerConfig.at(original, "bench.example/recovery");
    Duration never = Duration.ofDays(1);
    try (Ledger ledger = Ledger.open(config.withIntervals(never, never))) {
      Appended last = ledger.append(entry(0));
      for (int i = 1; i < entries; i++) {
        last = ledger.append(entry(i));
      }
      last.await(Acknowledgement.DURABLE);
      for (int copy = 0; copy < COPIES; copy++) {
        copy(original, directory.resolve("crashed-" + copy));
      }
    }
    for (int copy = 1; copy < COPIES; copy++) {
      Path other = directory.resolve("crashed-" + copy);
      LedgerConfig reopened = LedgerConfig.at(other, "bench.example/recovery");
      long start = System.nanoTime();
      try (Ledger ledger = Ledger.open(reopened.withIntervals(never, never))) {
        report("recovery until open for writing", start, entries);
      }
    }
    LedgerConfig again = LedgerConfig.at(crashed, "bench.example/recovery");
    long start = System.nanoTime();
    try (Ledger ledger = Ledger.open(again.withIntervals(never, never))) {
      report("recovery until open for writing", start, entries);
      long published = System.nanoTime();
      ledger.publish();
      report("integration and publication of all", published, entries);
      long verified = System.nanoTime();
      System.out.println(
          new LogVerifier(TrustPolicy.of(ledger.keys()))
              .verify(new FileStore(Disk.real(), crashed.resolve(ledger.shard()))));
      report("verification of all", verified, entries);
    }
  }

  private static void report(String what, long start, int entries) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %.2f s, %.0f entries/s%n", what, seconds, entries / seconds);
  }

  private static Entry entry(int number) {
    char[] padding = new char[200];
    Arrays.fill(padding, 'x');
    return Entry.of(
        "bench.entry", Instant.EPOCH, Map.of("n", number, "padding", new String(padding)));
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}

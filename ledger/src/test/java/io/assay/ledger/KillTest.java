package io.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.verify.LogVerifier;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.verify.Verification;
import io.assay.ledger.wal.WalSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process and looks for everything that it had reported as durable. */
class KillTest {

  private static final int KILLS = Integer.getInteger("assay.kills", 4);

  @TempDir Path directory;

  @Test
  void nothingReportedDurableIsLost_whenTheProcessIsKilled() throws IOException {
    List<Long> reported = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(40 + 35 * kill, reported);
    }
    try (Ledger ledger = Ledger.open(config(directory))) {
      ledger.publish();
      LogReader reader = ledger.reader();
      assertThat(reported).isNotEmpty();
      for (long index : reported) {
        assertThat(reader.entry(index).body()).containsEntry("index", index);
      }
      assertThat(
              new LogVerifier(TrustPolicy.of(ledger.keys()))
                  .verify(new FileStore(Disk.real(), directory.resolve(ledger.shard()))))
          .isInstanceOf(Verification.Sound.class);
    }
  }

  private void runAndKill(int afterReports, List<Long> reported) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int reports = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.endsWith(".")) {
          reported.add(Long.valueOf(line.substring(0, line.length() - 1)));
        }
        if (++reports == afterReports) {
          process.toHandle().destroyForcibly();
        }
      }
    }
  }

  private static LedgerConfig config(Path directory) {
    return LedgerConfig.at(directory, "assay.example/kill")
        .withIntervals(Duration.ofMillis(20), Duration.ofHours(1))
        .withWal(new WalSettings(1 << 17, 64));
  }

  /** The process to be killed: appends, and prints each index that is durable. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] arguments) {
      try (Ledger ledger = Ledger.open(config(Path.of(arguments[0])))) {
        while (true) {
          long next = ledger.size();
          Appended appended =
              ledger.append(
                  Entry.of(
                      "test.entry",
                      Instant.EPOCH,
                      Map.of("index", next, "padding", "x".repeat(2000))));
          appended.await(Acknowledgement.DURABLE);
          if (appended.index() == next) {
            System.out.println(next + ".");
            System.out.flush();
          }
        }
      }
    }
  }
}

package io.assay.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets golang.org/x/mod/sumdb, which is not ours, verify a log that we wrote. */
class GoVerificationTest {

  private record Output(int exit, String text) {}

  @TempDir static Path shared;
  private static Path verifier;

  @TempDir Path directory;

  @BeforeAll
  static void buildVerifier() throws IOException, InterruptedException {
    Path source = shared.resolve("verify.go");
    try (InputStream program = GoVerificationTest.class.getResourceAsStream("/go/verify.go")) {
      Files.write(source, program.readAllBytes());
    }
    verifier = shared.resolve("verify");
    Output built;
    try {
      built = run(List.of("go", "build", "-o", verifier.toString(), source.toString()));
    } catch (IOException missing) {
      fail("This test needs Go: install the packages golang-go and golang-golang-x-mod-dev.");
      return;
    }
    assertThat(built.exit()).as(built.text()).isZero();
  }

  @Test
  void acceptsOurLogItsHistoryAndItsReceipts() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    try (Ledger ledger = Ledger.open(config())) {
      command.addAll(List.of(verifier.toString(), log(ledger), ledger.keys().get(0).toString()));
      for (int goal : List.of(1, 2, 255, 256, 257, 511, 512, 513, 1500)) {
        fill(ledger, goal);
        ledger.publish();
        Path older = shared.resolve("checkpoint-" + goal);
        Files.write(older, ledger.reader().note().bytes());
        command.add(older.toString());
        Path receipt = shared.resolve(goal + ".tlog-proof");
        Files.write(receipt, ledger.receipt(goal - 1).orElseThrow().bytes());
        command.add(receipt.toString());
      }
    }
    assertThat(run(command)).isEqualTo(new Output(0, "ok 1500\n"));
  }

  @Test
  void refusesOurLog_whenAnEntryWasChanged() throws IOException, InterruptedException {
    String log;
    String key;
    try (Ledger ledger = Ledger.open(config())) {
      fill(ledger, 300);
      log = log(ledger);
      key = ledger.keys().get(0).toString();
    }
    Path bundle = Path.of(log).resolve("tile/entries/000");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length / 2] ^= 1;
    Files.write(bundle, bytes);
    assertThat(run(List.of(verifier.toString(), log, key)).exit()).isEqualTo(1);
  }

  private LedgerConfig config() {
    return LedgerConfig.at(directory, "assay.example/go")
        .withIntervals(Duration.ofHours(1), Duration.ofHours(1))
        .withWal(new WalSettings(1 << 20, 1024));
  }

  private String log(Ledger ledger) {
    return directory.resolve(ledger.shard()).toString();
  }

  private static void fill(Ledger ledger, int goal) {
    while (ledger.size() < goal) {
      ledger
          .append(Entry.of("test.entry", Instant.EPOCH, Map.of("n", ledger.size())))
          .await(Acknowledgement.DURABLE);
    }
  }

  private static Output run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOPATH", "/usr/share/gocode");
    builder.environment().put("GOCACHE", shared.resolve("cache").toString());
    builder.environment().put("CGO_ENABLED", "0");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), text);
  }
}

package io.assay.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LedgerCommandTest {

  @TempDir Path directory;

  private Path log;
  private String key;

  @BeforeEach
  void write() {
    try (Ledger ledger = Ledger.open(LedgerConfig.at(directory, "assay.local/gateway"))) {
      log = directory.resolve(ledger.shard());
      key = ledger.keys().get(0).toString();
    }
  }

  @Test
  void verifiesALogAReceiptAndAnExport() {
    Path receipt = directory.resolve("first.tlog-proof");
    Path bundle = directory.resolve("order.assay-evidence");
    assertThat(run("receipt", log.toString(), "0", "--out", receipt.toString())).isZero();
    assertThat(
            run(
                "export",
                "--ledger",
                directory.toString(),
                "--order",
                "7",
                "--authority",
                "A",
                "--from",
                "0",
                "--to",
                "1",
                "--out",
                bundle.toString()))
        .isZero();
    for (Path evidence : new Path[] {log, receipt, bundle}) {
      assertThat(run("verify", evidence.toString(), "--key", key)).as("%s", evidence).isZero();
    }
  }

  @Test
  void rotatesTheKey_andTheOldKeyStillVerifies() {
    assertThat(run("rotate-key", "--ledger", directory.toString())).isZero();
    assertThat(run("verify", log.toString(), "--key", key)).isZero();
  }

  @Test
  void refusesToPruneWhatTheLawKeeps() {
    assertThat(
            run("prune", "--ledger", directory.toString(), "--keep-months", "5", "--reason", "x"))
        .isEqualTo(1);
  }

  private static int run(String... arguments) {
    return new CommandLine(new LedgerCommand()).execute(arguments);
  }
}

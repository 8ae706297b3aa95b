package io.assay.app.ledger;

import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which ledger a command writes to; no other process may be writing to it. */
final class LedgerOptions {
  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description =
          "The ledger's directory (${DEFAULT-VALUE}); stop the program that writes to it.")
  Path directory = Path.of("data", "ledger");

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "What the names of its shards begin with (${DEFAULT-VALUE}).")
  String origin = "assay.local/gateway";

  Ledger open() {
    return Ledger.open(LedgerConfig.at(directory, origin));
  }
}

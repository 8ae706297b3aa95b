package io.assay.app.ledger;

import io.assay.ledger.Ledger;
import io.assay.ledger.evidence.EvidenceBundle;
import io.assay.ledger.evidence.Order;
import io.assay.ledger.evidence.Payloads;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports a range of entries as evidence, payloads withheld. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Export a range of entries with their proofs; the export is logged itself.")
final class ExportCommand implements Callable<Integer> {
  @Mixin LedgerOptions options = new LedgerOptions();

  @Option(names = "--order", paramLabel = "NUMBER", required = true, description = "The order.")
  String order = "";

  @Option(names = "--authority", paramLabel = "WHO", required = true, description = "Who asks.")
  String authority = "";

  @Option(names = "--from", paramLabel = "INDEX", required = true, description = "First entry.")
  long from;

  @Option(
      names = "--to",
      paramLabel = "INDEX",
      required = true,
      description = "The index after the last entry.")
  long to;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where to write it; the name should end in .assay-evidence.")
  Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (Ledger ledger = options.open();
        OutputStream file = Files.newOutputStream(out)) {
      String log = ledger.keys().get(0).name();
      EvidenceBundle.write(
          ledger,
          new Order(order, authority, log, from, to),
          Payloads.none(),
          InstantSource.system().instant(),
          file);
    }
    return 0;
  }
}

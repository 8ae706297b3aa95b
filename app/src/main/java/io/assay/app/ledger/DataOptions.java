package io.assay.app.ledger;

import io.assay.app.serve.RecordFolder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose record a command works on, and how it is configured. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of data (${DEFAULT-VALUE}); stop the program that records there.")
  Path data = Path.of("data");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration that its program runs with (config/assay.yaml, where there is one).")
  Optional<Path> config = Optional.empty();

  RecordFolder folder() {
    return RecordFolder.of(data, config);
  }
}

package io.assay.app.ledger;

import io.assay.ledger.LogReader;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.store.HttpSource;
import io.assay.ledger.store.LogSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the receipt of one entry. */
@Command(
    name = "receipt",
    mixinStandardHelpOptions = true,
    description = "Write the receipt of an entry, which proves it offline.")
final class ReceiptCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "LOG", description = "A log's directory or URL.")
  String log = "";

  @Parameters(index = "1", paramLabel = "INDEX", description = "The entry's index.")
  long index;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where to write it; the name should end in .tlog-proof.")
  Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    LogSource source =
        log.startsWith("http:") || log.startsWith("https:")
            ? new HttpSource(URI.create(log))
            : new FileStore(Disk.real(), Path.of(log));
    Files.write(out, new LogReader(source).receipt(index).bytes());
    return 0;
  }
}

package io.assay.app.ledger;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LogReader;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.evidence.EvidenceBundle;
import io.assay.ledger.evidence.Order;
import io.assay.ledger.evidence.Payloads;
import io.assay.ledger.evidence.Scope;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.vault.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports a range of entries as evidence, with the payloads that an order opens. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Export a range of entries with their proofs; the export is logged itself.",
      "With --payloads, those within the scope are opened with the vault's master key."
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin DataOptions options = new DataOptions();
  @Mixin ScopeOptions scopeOptions = new ScopeOptions();

  @Option(names = "--payloads", description = "Open payloads; without it they are withheld.")
  boolean payloads;

  @Option(names = "--order", paramLabel = "NUMBER", required = true, description = "The order.")
  String number = "";

  @Option(names = "--authority", paramLabel = "WHO", required = true, description = "Who asks.")
  String authority = "";

  @Option(names = "--from", paramLabel = "INDEX", description = "First entry (${DEFAULT-VALUE}).")
  long from;

  @Option(
      names = "--to",
      paramLabel = "INDEX",
      description = "The index after the last entry; without it, all that are published.")
  Optional<Long> to = Optional.empty();

  @Option(
      names = "--unlogged",
      paramLabel = "SHARD",
      description =
          "Only read this shard, as while its program runs; the log will not note the export.")
  Optional<String> unlogged = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where to write it; the name should end in .assay-evidence.")
  Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var unfinished = out.resolveSibling(out.getFileName() + ".part");
    try (OutputStream file = Files.newOutputStream(unfinished)) {
      var vault = openVault();
      try {
        write(vault, file);
      } finally {
        vault.ifPresent(Vault::close);
      }
      Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return 0;
  }

  private void write(Optional<Vault> vault, OutputStream file) throws IOException {
    if (unlogged.isPresent()) {
      writeUnlogged(unlogged.get(), vault, file);
      return;
    }
    try (var opened = options.folder().openLedger()) {
      var ledger = opened.ledger();
      ledger.publish();
      EvidenceBundle.write(
          ledger,
          order(ledger.keys(), ledger.reader(), vault),
          opened(vault, ledger.shard()),
          InstantSource.system().instant(),
          file);
    } catch (LedgerException refused) {
      if (refused.reason() == LedgerException.Reason.SECOND_WRITER) {
        throw new IllegalArgumentException(
            refused.getMessage() + "; stop it, or add --unlogged with the name of its shard",
            refused);
      }
      throw refused;
    }
  }

  private void writeUnlogged(String shard, Optional<Vault> vault, OutputStream file)
      throws IOException {
    var log = options.folder().shards().resolve(shard);
    var reader = new LogReader(new FileStore(Disk.real(), log));
    var keys = Files.readAllLines(log.resolve("vkey")).stream().map(VerifierKey::parse).toList();
    EvidenceBundle.writeUnlogged(
        reader, keys, order(keys, reader, vault), opened(vault, shard), file);
  }

  /** The vault, where payloads are opened. It is only read, so its writer may go on running. */
  private Optional<Vault> openVault() {
    return payloads ? Optional.of(options.folder().openExistingVault()) : Optional.empty();
  }

  private static Payloads opened(Optional<Vault> vault, String shard) {
    return vault.<Payloads>map(open -> new ExchangePayloads(open, shard)).orElse(Payloads.none());
  }

  private Order order(List<VerifierKey> keys, LogReader reader, Optional<Vault> vault) {
    var scope = vault.isPresent() ? scopeOptions.scope() : Scope.nothing();
    long end = to.orElseGet(() -> reader.checkpoint().size());
    return new Order(number, authority, keys.get(0).name(), from, end, scope);
  }
}

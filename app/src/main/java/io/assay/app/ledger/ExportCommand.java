package io.assay.app.ledger;

import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerException;
import io.assay.ledger.LogReader;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.evidence.EvidenceBundle;
import io.assay.ledger.evidence.Order;
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
      "With the vault's master key, payloads within the scope are opened."
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin LedgerOptions options = new LedgerOptions();
  @Mixin VaultOptions vaultOptions = new VaultOptions();
  @Mixin ScopeOptions scopeOptions = new ScopeOptions();

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
      var vault = vaultOptions.open();
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
    try (Ledger ledger = options.open()) {
      ledger.publish();
      EvidenceBundle.write(
          ledger,
          order(ledger.keys(), ledger.reader(), vault),
          VaultOptions.payloads(vault, ledger.shard()),
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
    var log = options.directory.resolve(shard);
    var reader = new LogReader(new FileStore(Disk.real(), log));
    var keys = Files.readAllLines(log.resolve("vkey")).stream().map(VerifierKey::parse).toList();
    EvidenceBundle.writeUnlogged(
        reader, keys, order(keys, reader, vault), VaultOptions.payloads(vault, shard), file);
  }

  private Order order(List<VerifierKey> keys, LogReader reader, Optional<Vault> vault) {
    var scope = vault.isPresent() ? scopeOptions.scope() : Scope.nothing();
    long end = to.orElseGet(() -> reader.checkpoint().size());
    return new Order(number, authority, keys.get(0).name(), from, end, scope);
  }
}

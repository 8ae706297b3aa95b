package io.assay.app.ledger;

import io.assay.ledger.evidence.Payloads;
import io.assay.ledger.vault.Retention;
import io.assay.ledger.vault.Vault;
import io.assay.ledger.vault.VaultConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which vault a command opens payloads from; only with its master key. */
final class VaultOptions {
  @Option(names = "--vault", paramLabel = "DIR", description = "The vault (${DEFAULT-VALUE}).")
  Path directory = Path.of("data", "vault");

  @Option(
      names = "--master-key",
      paramLabel = "FILE",
      description =
          "The vault's master key, such as data/secrets/vault.key; without it payloads are withheld.")
  Optional<Path> masterKey = Optional.empty();

  /** The vault, if its key is given. It is only read, so its writer may go on running. */
  Optional<Vault> open() {
    return masterKey.map(
        key -> {
          require(key);
          require(directory.resolve("secret"));
          var nothingIsKept = new Retention(ZoneOffset.UTC, Map.of());
          return new Vault(VaultConfig.at(directory, key, nothingIsKept, InstantSource.system()));
        });
  }

  static Payloads payloads(Optional<Vault> vault, String shard) {
    return vault.<Payloads>map(open -> new ExchangePayloads(open, shard)).orElse(Payloads.none());
  }

  private static void require(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("there is no " + file + "; name the vault of the ledger");
    }
  }
}

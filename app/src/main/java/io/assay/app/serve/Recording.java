package io.assay.app.serve;

import io.assay.app.serve.LedgerSettings.ReplicaSettings;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.Replica;
import io.assay.ledger.Replication;
import io.assay.ledger.ShardRegistry;
import io.assay.ledger.WalReplica;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.vault.Retention;
import io.assay.ledger.vault.Vault;
import io.assay.ledger.vault.VaultConfig;
import io.assay.ledger.wal.WalSettings;
import io.assay.ledger.witness.Quorum;
import io.assay.ledger.witness.WitnessClient;
import io.assay.office.content.Contents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The ledger, its replica and the vault in one folder of data, opened as configured. */
final class Recording implements AutoCloseable {

  /** How long prompts and outputs are kept; policy, at least the six months of the law. */
  private static final int KEPT_MONTHS = 12;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Ledger ledger;
  private final Vault vault;
  private final LedgerJournal journal;

  private Recording(Path data, LedgerSettings settings, InstantSource clock) {
    try {
      this.ledger = keep(Ledger.open(ledger(data, settings, clock)));
      this.vault = keep(new Vault(vault(data, clock)));
      this.journal = new LedgerJournal(ledger, vault, clock, settings.waitsFor());
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  static Recording open(Path data, LedgerSettings settings, InstantSource clock) {
    return new Recording(data, settings, clock);
  }

  Ledger ledger() {
    return ledger;
  }

  Vault vault() {
    return vault;
  }

  LedgerJournal journal() {
    return journal;
  }

  /** How the vault in a folder of data is configured. */
  static VaultConfig vault(Path data, InstantSource clock) {
    var retention =
        new Retention(ZoneId.of("Asia/Shanghai"), Map.of(Contents.EVENT_CLASS, KEPT_MONTHS));
    return VaultConfig.at(
        data.resolve("vault"), data.resolve("secrets").resolve("vault.key"), retention, clock);
  }

  /** Closes what was opened last first. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (IOException e) {
        throw new UncheckedIOException("the record was not closed", e);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("the record was not closed", e);
      }
    }
  }

  private LedgerConfig ledger(Path data, LedgerSettings settings, InstantSource clock) {
    var registry = LedgerConfig.at(data.resolve("registry"), "assay.local/registry");
    var config =
        LedgerConfig.at(data.resolve("ledger"), "assay.local/gateway")
            .withClock(clock)
            .withRegistry(new ShardRegistry(registry.withClock(clock)));
    if (settings.replica().kind() != ReplicaSettings.Kind.OFF) {
      config = config.with(new Replication(replica(settings.replica()), settings.replica().keep()));
    }
    var witnesses = settings.witnesses();
    return witnesses.required() == 0 ? config : config.withCosigning(quorum(witnesses));
  }

  private Replica replica(ReplicaSettings settings) {
    if (settings.kind() == ReplicaSettings.Kind.DIRECTORY) {
      return keep(new WalReplica(Disk.real(), settings.directory(), WalSettings.DEFAULT));
    }
    var database =
        new DriverManagerDataSource(settings.url(), settings.user(), settings.password());
    return keep(new PostgresReplica(database));
  }

  private static Quorum quorum(LedgerSettings.WitnessSettings settings) {
    return new Quorum(
        settings.required(),
        settings.of().stream()
            .map(
                witness ->
                    new WitnessClient(
                        witness.url(), witness.keys().stream().map(VerifierKey::parse).toList()))
            .toList());
  }

  private <T extends AutoCloseable> T keep(T opened) {
    open.push(opened);
    return opened;
  }
}

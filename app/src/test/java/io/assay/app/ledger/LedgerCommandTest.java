package io.assay.app.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.ShardRegistry;
import io.assay.ledger.WalReplica;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.vault.Address;
import io.assay.ledger.vault.Retention;
import io.assay.ledger.vault.Vault;
import io.assay.ledger.vault.VaultConfig;
import io.assay.ledger.wal.WalSettings;
import io.assay.office.content.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LedgerCommandTest {

  private static final String ORIGIN = "assay.local/gateway";

  @TempDir Path directory;

  private Path log;
  private String key;

  @BeforeEach
  void write() {
    var ledgers = directory.resolve("ledger");
    try (Ledger ledger = Ledger.open(LedgerConfig.at(ledgers, ORIGIN))) {
      log = ledgers.resolve(ledger.shard());
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
                "--data",
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
    assertThat(run("rotate-key", "--data", directory.toString())).isZero();
    assertThat(run("verify", log.toString(), "--key", key)).isZero();
  }

  @Test
  void workAsTheProgramIsConfigured_onTheReplicaAndWithTheChineseCiphers() throws IOException {
    var replica = directory.resolve("elsewhere");
    var config =
        Files.writeString(
            directory.resolve("assay.yaml"),
            """
            ledger:
              ciphers: shangmi
              replica:
                kind: directory
                directory: %s
            """
                .formatted(replica));
    assertThat(run("rotate-key", "--data", directory.toString(), "--config", config.toString()))
        .isZero();
    var sm2 = VerifierKey.parse(Files.readString(directory.resolve("pki/ledger-sm2.vkey")));
    var checkpoint = SignedNote.parse(Files.readAllBytes(log.resolve("checkpoint")));
    assertThat(checkpoint.verifiedBy(List.of(sm2))).containsExactly(sm2);
    assertThat(run("verify", log.toString(), "--key", key)).isZero();
    try (var copy = new WalReplica(Disk.real(), replica, WalSettings.DEFAULT);
        var ledger = Ledger.open(LedgerConfig.at(directory.resolve("ledger"), ORIGIN))) {
      assertThat(copy.extent(ledger.shard()).end()).isPositive();
      assertThat(ledger.keys()).hasSize(2);
    }
  }

  @Test
  void refusesToPruneWhatTheLawKeeps() {
    assertThat(run("prune", "--data", directory.toString(), "--keep-months", "5", "--reason", "x"))
        .isEqualTo(1);
  }

  private static int run(String... arguments) {
    return new CommandLine(new LedgerCommand()).execute(arguments);
  }

  @Test
  void opensPayloadsWithinTheScope_whileTheLedgerIsBeingWritten() throws IOException {
    var data = directory.resolve("data");
    var key = data.resolve("secrets").resolve("vault.key");
    var bundle = directory.resolve("order.assay-evidence");
    var retention = new Retention(ZoneOffset.UTC, Map.of(Contents.EVENT_CLASS, 12));
    var config = VaultConfig.at(data.resolve("vault"), key, retention, InstantSource.system());
    try (Vault vault = new Vault(config);
        Ledger ledger = Ledger.open(LedgerConfig.at(data.resolve("ledger"), ORIGIN))) {
      exchange(ledger, vault, "ann", "1");
      exchange(ledger, vault, "bob", "2");
      ledger.publish();
      var export =
          new String[] {
            "export",
            "--data",
            data.toString(),
            "--payloads",
            "--order",
            "7",
            "--authority",
            "A",
            "--subject",
            "ann",
            "--out",
            bundle.toString()
          };
      assertThat(run(export)).isEqualTo(1);
      assertThat(bundle).doesNotExist();
      var reading = new ArrayList<>(List.of(export));
      reading.addAll(List.of("--unlogged", ledger.shard()));
      assertThat(run(reading.toArray(String[]::new))).isZero();
      assertThat(run("verify", bundle.toString(), "--key", ledger.keys().get(0).toString()))
          .isZero();
    }
    try (var zip = new ZipFile(bundle.toFile())) {
      assertThat(
              new String(
                  zip.getInputStream(zip.getEntry("payloads/1/input")).readAllBytes(), UTF_8))
          .isEqualTo("the words of ann");
      assertThat(zip.stream().map(ZipEntry::getName))
          .contains("entries/2.tlog-proof")
          .noneMatch(name -> name.startsWith("payloads/2"));
    }
  }

  private static void exchange(Ledger ledger, Vault vault, String subject, String exchange) {
    var address = new Address(ledger.shard(), subject, exchange, "input", Contents.EVENT_CLASS);
    var sealed = vault.seal(address, ("the words of " + subject).getBytes(UTF_8));
    sealed.await();
    var input = Map.of("commitment", sealed.commitment().toString());
    var body = Map.of("subject", subject, "exchange", exchange, "input", input);
    ledger
        .append(Entry.of("exchange.received", InstantSource.system().instant(), body))
        .await(Acknowledgement.DURABLE);
  }

  @Test
  void aDeletedShardShows_whenTheWholeLedgerIsVerified() throws IOException {
    var ledgers = directory.resolve("data").resolve("ledger");
    var registry =
        LedgerConfig.at(directory.resolve("data").resolve("registry"), "assay.local/registry");
    String shard;
    try (Ledger ledger =
        Ledger.open(LedgerConfig.at(ledgers, ORIGIN).withRegistry(new ShardRegistry(registry)))) {
      shard = ledger.shard();
    }
    assertThat(run("verify", ledgers.toString())).isZero();
    Files.move(ledgers.resolve(shard), directory.resolve("elsewhere"));
    assertThat(run("verify", ledgers.toString())).isEqualTo(1);
    Files.move(directory.resolve("elsewhere"), ledgers.resolve("20200101-00000000"));
    assertThat(run("verify", ledgers.toString())).isEqualTo(1);
  }
}

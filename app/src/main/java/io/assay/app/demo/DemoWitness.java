package io.assay.app.demo;

import io.assay.app.serve.LedgerSettings;
import io.assay.app.serve.LedgerSettings.OneWitness;
import io.assay.app.serve.LedgerSettings.WitnessSettings;
import io.assay.app.serve.RecordFolder;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.KeyType;
import io.assay.ledger.note.SigningKey;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.witness.Witness;
import io.assay.ledger.witness.WitnessServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * A real witness of the demo's ledger, which cosigns only what grows. It runs in the same program,
 * so it shows how cosigning works and proves nothing to anybody.
 */
final class DemoWitness implements AutoCloseable {
  private static final String NAME = "assay.local/demonstration-witness";

  private final SigningKey key;
  private final WitnessServer server;

  private DemoWitness(SigningKey key, WitnessServer server) {
    this.key = key;
    this.server = server;
  }

  /** Makes the ledger in a new folder, learns its key, and serves. */
  static DemoWitness of(Path data, InstantSource clock) {
    RecordFolder record = new RecordFolder(data, LedgerSettings.defaults(), clock);
    record.openLedger().close();
    SigningKey key = SigningKey.generate(NAME, KeyType.COSIGNATURE_ED25519, clock);
    try {
      Witness witness =
          new Witness(
              keys(record.shards()), List.of(key), Disk.real(), data.resolve("demo-witness"));
      return new DemoWitness(
          key, new WitnessServer(witness, new InetSocketAddress("localhost", 0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<VerifierKey> keys(Path shards) throws IOException {
    try (var files = Files.walk(shards, 2)) {
      Path keys = files.filter(path -> path.endsWith("vkey")).findAny().orElseThrow();
      return Files.readAllLines(keys).stream().map(VerifierKey::parse).toList();
    }
  }

  /** The ledger's settings with this witness required. */
  LedgerSettings settings() {
    OneWitness one = new OneWitness(server.uri(), List.of(key.toString()));
    return new LedgerSettings(null, new WitnessSettings(1, List.of(one)), null, null, null);
  }

  @Override
  public String toString() {
    return NAME + " at " + server.uri();
  }

  @Override
  public void close() {
    server.close();
  }
}

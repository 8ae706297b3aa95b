package io.assay.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Incident;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.KeyType;
import io.assay.ledger.note.NoteSigner;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.SigningKey;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.tree.Merkle;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

  private static final String ORIGIN = "assay.example/log";
  private static final Hash ONE = Merkle.leaf(new byte[] {1});
  private static final Hash TWO = Merkle.leaf(new byte[] {2});

  @TempDir Path directory;

  private final SigningKey log =
      SigningKey.generate(ORIGIN, KeyType.ED25519, InstantSource.system());
  private final SigningKey own =
      SigningKey.generate(
          "witness.example/w1", KeyType.COSIGNATURE_ED25519, InstantSource.system());

  @Test
  void cosignsGrowthFromNothing_withAnEmptyProof() {
    assertThat(add(witness(), 0, List.of(), 2, Merkle.node(ONE, TWO)))
        .isInstanceOfSatisfying(
            Answer.Cosigned.class,
            cosigned -> {
              SignedNote note = note(2, Merkle.node(ONE, TWO)).with(cosigned.signatures());
              assertThat(note.verifiedBy(List.of(own.verifier()))).hasSize(1);
            });
  }

  @Test
  void cosignsGrowth_andTheSameAgain_butNothingElse() {
    Witness witness = witness();
    Hash root = Merkle.node(ONE, TWO);
    assertThat(add(witness, 0, List.of(), 1, ONE)).isInstanceOf(Answer.Cosigned.class);
    assertThat(add(witness, 0, List.of(), 2, root)).isEqualTo(new Answer.Conflict(1));
    assertThat(status(add(witness, 1, List.of(), 2, root))).isEqualTo(422);
    assertThat(status(add(witness, 1, List.of(ONE), 2, root))).isEqualTo(422);
    assertThat(status(add(witness, 2, List.of(), 1, ONE))).isEqualTo(400);
    assertThat(add(witness, 1, List.of(TWO), 2, root)).isInstanceOf(Answer.Cosigned.class);
    assertThat(add(witness, 2, List.of(), 2, root)).isInstanceOf(Answer.Cosigned.class);
    assertThat(status(add(witness, 2, List.of(), 2, Merkle.node(TWO, ONE)))).isEqualTo(422);
    assertThat(add(witness(), 1, List.of(TWO), 2, root)).isEqualTo(new Answer.Conflict(2));
  }

  @Test
  void refusesUnknownLogsForeignSignaturesAndAFalseEmptyRoot() {
    Witness witness = witness();
    SigningKey stranger =
        SigningKey.generate("stranger.example", KeyType.ED25519, InstantSource.system());
    assertThat(status(witness.add(request(stranger, "stranger.example", 1, ONE)))).isEqualTo(404);
    assertThat(status(witness.add(request(stranger, ORIGIN, 1, ONE)))).isEqualTo(403);
    assertThat(status(add(witness, 0, List.of(), 0, ONE))).isEqualTo(422);
    assertThat(status(add(witness, 0, List.of(ONE), 1, ONE))).isEqualTo(422);
  }

  @Test
  void aLedgerIsWitnessedByItsQuorum_andMlDsaToo() throws IOException {
    SigningKey quantumSafe =
        SigningKey.generate(
            "witness.example/w2", KeyType.COSIGNATURE_ML_DSA_44, InstantSource.system());
    LedgerConfig config = config();
    List<VerifierKey> logKeys = keysOf(config);
    try (WitnessServer first = server(logKeys, "a", List.of(own));
        WitnessServer second = server(logKeys, "b", List.of(quantumSafe))) {
      Quorum quorum =
          new Quorum(
              2,
              List.of(
                  new WitnessClient(first.uri(), List.of(own.verifier())),
                  new WitnessClient(second.uri(), List.of(quantumSafe.verifier())),
                  new WitnessClient(URI.create("http://localhost:1/"), List.of(own.verifier()))));
      try (Ledger ledger = Ledger.open(config.withCosigning(quorum))) {
        for (int i = 0; i < 3; i++) {
          Appended appended = ledger.append(Entry.of("test.entry", Instant.EPOCH, Map.of("n", i)));
          appended.await(Acknowledgement.DURABLE);
          ledger.publish();
          appended.await(Acknowledgement.WITNESSED);
        }
        List<VerifierKey> witnesses = List.of(own.verifier(), quantumSafe.verifier());
        SignedNote note = ledger.reader().note();
        TrustPolicy policy = TrustPolicy.of(ledger.keys()).withWitnesses(2, witnesses);
        assertThat(policy.check(note).size()).isEqualTo(ledger.size());
        SignedNote lacking = new SignedNote(note.text(), note.signatures().subList(0, 2));
        assertThatThrownBy(() -> policy.check(lacking)).hasMessageContaining("2 are required");
      }
    }
  }

  @Test
  void publishesNothingUnwitnessed_whenTheQuorumIsMissing() {
    Quorum quorum =
        new Quorum(
            1,
            List.of(new WitnessClient(URI.create("http://localhost:1/"), List.of(own.verifier()))));
    Ledger ledger = Ledger.open(config().withCosigning(quorum));
    assertThatThrownBy(ledger::publish).hasMessageContaining("0 of 1 required witnesses");
    assertThat(ledger.checkpoint()).isEmpty();
    assertThatThrownBy(ledger::close).isInstanceOf(LedgerException.class);
  }

  @Test
  void aLedgerRestoredFromAnOldSnapshotRetiresItsShard() throws IOException {
    LedgerConfig config = config();
    List<VerifierKey> keys = keysOf(config);
    copy(directory.resolve("ledger"), directory.resolve("snapshot"));
    List<Incident> incidents = new ArrayList<>();
    try (WitnessServer server = server(keys, "a", List.of(own))) {
      Quorum quorum =
          new Quorum(1, List.of(new WitnessClient(server.uri(), List.of(own.verifier()))));
      try (Ledger ledger = Ledger.open(config.withCosigning(quorum))) {
        ledger.append(Entry.of("test.entry", Instant.EPOCH, Map.of()));
        ledger
            .append(Entry.of("test.entry", Instant.EPOCH, Map.of()))
            .await(Acknowledgement.DURABLE);
        ledger.publish();
      }
      LedgerConfig restored =
          LedgerConfig.at(directory.resolve("snapshot"), ORIGIN)
              .withIntervals(Duration.ofHours(1), Duration.ofHours(1))
              .withWal(new WalSettings(1 << 17, 64))
              .withCosigning(quorum)
              .onIncident(incidents::add);
      String shard;
      try (Ledger ledger = Ledger.open(restored)) {
        shard = ledger.shard();
        assertThatThrownBy(ledger::publish).hasMessageContaining("rolled back");
        assertThatThrownBy(() -> ledger.append(Entry.of("test.entry", Instant.EPOCH, Map.of())))
            .hasMessageContaining("rolled back");
      }
      assertThat(incidents).extracting(Incident::shard).containsExactly(shard);
    }
  }

  private WitnessServer server(List<VerifierKey> logs, String name, List<NoteSigner> keys)
      throws IOException {
    return new WitnessServer(
        new Witness(logs, keys, Disk.real(), directory.resolve(name)),
        new InetSocketAddress("localhost", 0));
  }

  private LedgerConfig config() {
    return LedgerConfig.at(directory.resolve("ledger"), ORIGIN)
        .withIntervals(Duration.ofHours(1), Duration.ofHours(1))
        .withWal(new WalSettings(1 << 17, 64));
  }

  private static List<VerifierKey> keysOf(LedgerConfig config) {
    try (Ledger ledger = Ledger.open(config)) {
      return ledger.keys();
    }
  }

  private Witness witness() {
    return new Witness(
        List.of(log.verifier()), List.of(own), Disk.real(), directory.resolve("witness"));
  }

  private Answer add(Witness witness, long old, List<Hash> proof, long size, Hash root) {
    return witness.add(
        AddCheckpoint.parse(new AddCheckpoint(old, proof, note(size, root)).bytes()));
  }

  private SignedNote note(long size, Hash root) {
    return SignedNote.sign(new Checkpoint(ORIGIN, size, root).text(), List.of(log));
  }

  private static AddCheckpoint request(SigningKey key, String origin, long size, Hash root) {
    Checkpoint checkpoint = new Checkpoint(origin, size, root);
    return new AddCheckpoint(0, List.of(), SignedNote.sign(checkpoint.text(), List.of(key)));
  }

  private static int status(Answer answer) {
    return answer instanceof Answer.Refused refused ? refused.status() : 0;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}

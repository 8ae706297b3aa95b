package io.assay.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.SigningKey;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.tree.Merkle;
import io.assay.ledger.verify.Verification.Broken;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationTest {

  private static final int ENTRIES = 700;

  @TempDir Path directory;

  private Path log;
  private VerifierKey key;
  private SignedNote older;

  @BeforeEach
  void writeLog() {
    LedgerConfig config =
        LedgerConfig.at(directory, "assay.example/mutation")
            .withIntervals(Duration.ofHours(1), Duration.ofHours(1))
            .withWal(new WalSettings(1 << 20, 1024));
    try (Ledger ledger = Ledger.open(config)) {
      fill(ledger, 300);
      ledger.publish();
      older = ledger.reader().note();
      fill(ledger, ENTRIES);
      log = directory.resolve(ledger.shard());
      key = ledger.keys().get(0);
    }
  }

  @Test
  void acceptsTheLogAsItIs() {
    assertThat(verify()).isInstanceOf(Verification.Sound.class);
  }

  @Test
  void catchesEveryBitFlip() throws IOException {
    Random random = new Random(1);
    for (Path file : files()) {
      byte[] original = Files.readAllBytes(file);
      for (int i = 0; i < 6; i++) {
        byte[] changed = original.clone();
        int at = i == 0 ? 0 : i == 1 ? changed.length - 1 : random.nextInt(changed.length);
        changed[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, changed);
        assertThat(verify()).as("%s, byte %d", file, at).isInstanceOf(Broken.class);
      }
      Files.write(file, original);
    }
    assertThat(verify().isSound()).isTrue();
  }

  @Test
  void namesTheEntryOfAFlippedByte() throws IOException {
    Path bundle = log.resolve("tile/entries/001");
    byte[] bytes = Files.readAllBytes(bundle);
    int at = 0;
    for (int entry = 256; entry < 300; entry++) {
      at += 2 + (((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff));
    }
    bytes[at + 20] ^= 4;
    Files.write(bundle, bytes);
    assertThat(verify())
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.entry()).isEqualTo(OptionalLong.of(300)));
  }

  @Test
  void catchesTruncationGrowthAndDeletionOfEveryFile() throws IOException {
    for (Path file : files()) {
      byte[] original = Files.readAllBytes(file);
      for (byte[] changed :
          List.of(
              Arrays.copyOf(original, original.length - 1),
              Arrays.copyOf(original, original.length / 2),
              new byte[0],
              Arrays.copyOf(original, original.length + 1))) {
        Files.write(file, changed);
        assertThat(verify()).as("%s, %d bytes", file, changed.length).isInstanceOf(Broken.class);
      }
      Files.delete(file);
      boolean isSpare =
          file.toString().contains(".p/") && !file.toString().matches(".*p/(18[78]|2)");
      assertThat(verify().isSound()).as("%s is gone", file).isEqualTo(isSpare);
      Files.write(file, original);
    }
  }

  @Test
  void catchesFilesThatDoNotBelong() throws IOException {
    for (String stray :
        List.of("note.txt", "tile/0/003", "tile/0/002.p/200", "tile/2/000.p/1", "tile/0/2")) {
      Path file = log.resolve(stray);
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[32]);
      assertThat(verify()).as(stray).isInstanceOf(Broken.class);
      Files.delete(file);
    }
  }

  @Test
  void catchesRollbacksAndForks_evenProperlySigned() throws IOException {
    TrustPolicy remembering =
        TrustPolicy.of(List.of(key))
            .withSeenBefore(
                List.of(SignedNote.parse(Files.readAllBytes(log.resolve("checkpoint"))), older));
    assertThat(verify(remembering)).isInstanceOf(Verification.Sound.class);

    Files.write(log.resolve("checkpoint"), older.bytes());
    assertThat(verify(remembering).toString()).contains("ROLLBACK");

    Checkpoint forged = new Checkpoint(key.name(), 300, Merkle.EMPTY_ROOT);
    SignedNote fork = SignedNote.sign(forged.text(), List.of(signer()));
    Files.write(log.resolve("checkpoint"), older.bytes());
    assertThat(verify(TrustPolicy.of(List.of(key)).withSeenBefore(List.of(fork))).toString())
        .contains("FORK");

    Files.write(log.resolve("checkpoint"), fork.bytes());
    assertThat(verify()).isInstanceOf(Broken.class);
  }

  private Verification verify() {
    return verify(TrustPolicy.of(List.of(key)));
  }

  private Verification verify(TrustPolicy policy) {
    return new LogVerifier(policy).verify(new FileStore(Disk.real(), log));
  }

  private SigningKey signer() throws IOException {
    Path name = Objects.requireNonNull(log.getFileName());
    String text = Files.readString(directory.resolve("keys").resolve(name).resolve("1.key"));
    return SigningKey.parse(text.substring(text.indexOf('\n') + 1), InstantSource.system());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(log)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("vkey"))
          .sorted()
          .toList();
    }
  }

  private static void fill(Ledger ledger, int goal) {
    Appended last = ledger.append(Entry.of("test.entry", Instant.EPOCH, Map.of("n", 0)));
    while (last.index() < goal - 1) {
      last = ledger.append(Entry.of("test.entry", Instant.EPOCH, Map.of("n", last.index())));
    }
    last.await(Acknowledgement.DURABLE);
  }
}

package io.assay.ledger.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

  private static final byte[] PAYLOAD = "a prompt".getBytes(StandardCharsets.UTF_8);
  private static final Retention SIX_MONTHS =
      new Retention(ZoneId.of("Asia/Shanghai"), Map.of("content", 6));

  @TempDir Path directory;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-08-31T04:00:00Z"));
  private final InstantSource clock = now::get;
  private Vault vault;
  private Ledger ledger;
  private Eraser eraser;

  @BeforeEach
  void openVault() {
    vault = new Vault(config());
    ledger =
        Ledger.open(
            LedgerConfig.at(directory.resolve("ledger"), "assay.example/vault")
                .withClock(clock)
                .withIntervals(Duration.ofHours(1), Duration.ofDays(1000))
                .withWal(new WalSettings(1 << 17, 64)));
    eraser = new Eraser(vault, ledger);
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
    vault.close();
  }

  @Test
  void opensWhatWasSealed() {
    Commitment commitment = keep(address("ann", "1"), PAYLOAD);
    Opened opened = vault.open(address("ann", "1"), commitment, Purpose.SERVICE).orElseThrow();
    assertThat(opened.payload()).isEqualTo(PAYLOAD);
    assertThat(Commitment.of(opened.salt(), PAYLOAD)).isEqualTo(commitment);
  }

  @Test
  void nothingOnTheDiskShowsThePayloadOrTheSubject() throws IOException {
    keep(address("ann", "1"), PAYLOAD);
    try (Stream<Path> files = Files.walk(directory.resolve("vault"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String shown = file + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(shown).doesNotContain("a prompt", "ann/");
      }
    }
  }

  @Test
  void refusesACiphertextMovedToAnotherAddress() throws IOException {
    Commitment first = keep(address("ann", "1"), new byte[100_000]);
    keep(address("ann", "2"), new byte[200_000]);
    List<Path> objects = filesIn("objects");
    byte[] one = Files.readAllBytes(objects.get(0));
    Files.write(objects.get(0), Files.readAllBytes(objects.get(1)));
    Files.write(objects.get(1), one);
    assertThatThrownBy(() -> vault.open(address("ann", "1"), first, Purpose.SERVICE))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("exchange 1");
  }

  @Test
  void opensWhatLiesInAnySegment_withItsIndexWithoutItAndWithADamagedOne() throws IOException {
    Map<Integer, Commitment> kept = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      kept.put(i, keep(address("ann", "e" + i), payload(i)));
    }
    assertOpen(kept);
    vault.close();
    vault = new Vault(config());
    keep(address("ann", "last"), PAYLOAD);
    Path volume = directory.resolve("vault/volumes/content~2026-08");
    while (indexes(volume).size() < 4) {
      Thread.onSpinWait();
    }
    assertOpen(kept);
    List<Path> indexes = indexes(volume);
    Files.delete(indexes.get(0));
    byte[] damaged = Files.readAllBytes(indexes.get(1));
    Arrays.fill(damaged, 0, damaged.length - 4, (byte) 0);
    Files.write(indexes.get(1), damaged);
    vault.close();
    vault = new Vault(config());
    assertOpen(kept);
  }

  @Test
  void anotherProcessOpensWhatThisOneSeals() {
    Commitment commitment = keep(address("ann", "1"), PAYLOAD);
    try (Vault reader = new Vault(config())) {
      assertThat(reader.open(address("ann", "1"), commitment, Purpose.LAW)).isPresent();
      Commitment later = keep(address("ann", "2"), PAYLOAD);
      assertThat(reader.open(address("ann", "2"), later, Purpose.LAW)).isPresent();
      assertThat(reader.open(address("ann", "3"), later, Purpose.LAW)).isEmpty();
    }
  }

  @Test
  void aVolumeGoesWithTheLastKeyToIt() throws IOException {
    keep(address("ann", "1"), PAYLOAD);
    keep(address("bob", "2"), PAYLOAD);
    eraser.hold("bob", "order 3");
    now.set(Instant.parse("2028-01-01T00:00:00Z"));
    eraser.sweep();
    assertThat(filesIn("volumes")).isNotEmpty();
    eraser.release("bob", "order 3");
    eraser.sweep();
    assertThat(filesIn("volumes")).isEmpty();
  }

  @Test
  void refusesAPayloadThatIsNotWhatTheLogCommittedTo() {
    keep(address("ann", "1"), PAYLOAD);
    Commitment other = Commitment.of(new byte[32], PAYLOAD);
    assertThatThrownBy(() -> vault.open(address("ann", "1"), other, Purpose.SERVICE))
        .hasMessageContaining("not what the log committed to");
  }

  @Test
  void restrictsUntilTheLawAllows_thenShreds_andTheRootStays() {
    Commitment commitment = keep(address("ann", "1"), PAYLOAD);
    keep(address("bob", "2"), PAYLOAD);
    Checkpoint before = ledger.publish();

    Erasure wish = eraser.erase("ann", "request 7");
    assertThat(wish).isEqualTo(new Erasure.Restricted(LocalDate.of(2027, 2, 28), new TreeSet<>()));
    assertThatThrownBy(() -> vault.open(address("ann", "1"), commitment, Purpose.SERVICE))
        .hasMessageContaining("restricted");
    assertThatThrownBy(() -> vault.seal(address("ann", "3"), PAYLOAD))
        .hasMessageContaining("restricted");
    assertThat(vault.open(address("ann", "1"), commitment, Purpose.LAW)).isPresent();

    now.set(Instant.parse("2027-02-28T04:00:00Z"));
    assertThat(eraser.sweep()).isEmpty();
    now.set(Instant.parse("2027-02-28T16:00:01Z"));
    List<Erasure.Shredded> done = eraser.sweep();
    assertThat(done).extracting(shredded -> shredded.keys().size()).containsExactly(1, 1);
    assertThat(vault.open(address("ann", "1"), commitment, Purpose.LAW)).isEmpty();
    ledger.publish();
    assertThat(ledger.reader().rootAt(before.size())).isEqualTo(before.root());
    assertThat(ledger.reader().entry(done.get(0).certificate()).body())
        .containsEntry("readFailed", true);
  }

  @Test
  void aHoldWinsOverErasureAndExpiry() {
    Commitment commitment = keep(address("ann", "1"), PAYLOAD);
    eraser.hold("ann", "order 12");
    now.set(Instant.parse("2028-01-01T00:00:00Z"));
    assertThat(eraser.sweep()).isEmpty();
    assertThat(eraser.erase("ann", "request 8")).isInstanceOf(Erasure.Restricted.class);
    assertThat(vault.open(address("ann", "1"), commitment, Purpose.LAW)).isPresent();
    eraser.release("ann", "order 12");
    assertThat(eraser.sweep()).hasSize(1);
    assertThat(vault.open(address("ann", "1"), commitment, Purpose.LAW)).isEmpty();
  }

  @Test
  void aSubjectWhoComesBackIsUnlinkable() {
    keep(address("ann", "1"), PAYLOAD);
    String before = vault.pseudonym("ann");
    assertThat(vault.pseudonym("ann")).isEqualTo(before);
    now.set(Instant.parse("2028-01-01T00:00:00Z"));
    assertThat(eraser.erase("ann", "request 9")).isInstanceOf(Erasure.Shredded.class);
    assertThat(vault.pseudonym("ann")).isNotEqualTo(before);
  }

  @Test
  void destroysAgainTheKeysThatABackupBroughtBack() throws IOException {
    keep(address("ann", "1"), PAYLOAD);
    Path key;
    try (Stream<Path> files = Files.walk(directory.resolve("vault/keys"))) {
      key =
          files.filter(file -> file.toString().endsWith("content~2026-08")).findAny().orElseThrow();
    }
    byte[] backup = Files.readAllBytes(key);
    now.set(Instant.parse("2028-01-01T00:00:00Z"));
    eraser.erase("ann", "request 10");
    ledger.publish();
    Files.createDirectories(key.getParent());
    Files.write(key, backup);
    assertThat(eraser.destroyResurrected(ledger.reader())).hasSize(1);
    assertThat(key).doesNotExist();
  }

  private void assertOpen(Map<Integer, Commitment> kept) {
    kept.forEach(
        (i, commitment) ->
            assertThat(vault.open(address("ann", "e" + i), commitment, Purpose.SERVICE))
                .as("payload %d", i)
                .hasValueSatisfying(opened -> assertThat(opened.payload()).isEqualTo(payload(i))));
  }

  private static byte[] payload(int number) {
    byte[] payload = new byte[20_000];
    Arrays.fill(payload, (byte) number);
    return payload;
  }

  private Commitment keep(Address address, byte[] payload) {
    Sealed sealed = vault.seal(address, payload);
    sealed.await();
    return sealed.commitment();
  }

  private VaultConfig config() {
    return VaultConfig.at(
            directory.resolve("vault"), directory.resolve("master"), SIX_MONTHS, clock)
        .withSegments(new WalSettings(1 << 17, 64));
  }

  private List<Path> filesIn(String part) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("vault").resolve(part))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<Path> indexes(Path volume) throws IOException {
    return Disk.real().list(volume).stream()
        .filter(name -> name.endsWith(".names"))
        .map(volume::resolve)
        .toList();
  }

  private static Address address(String subject, String exchange) {
    return new Address("shard", subject, exchange, "prompt", "content");
  }
}

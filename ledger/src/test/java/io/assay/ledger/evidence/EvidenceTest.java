package io.assay.ledger.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.VerifierProgram;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.vault.Commitment;
import io.assay.ledger.vault.Opened;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.verify.Verification;
import io.assay.ledger.verify.Verification.Broken;
import io.assay.ledger.verify.Verification.Sound;
import io.assay.ledger.wal.WalSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {

  private static final byte[] PROMPT = "what is it?".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SALT = new byte[32];

  /** Every byte is flipped when the crash tests are run at length. */
  private static final int STRIDE = Integer.getInteger("assay.crashes", 0) > 0 ? 1 : 37;

  @TempDir Path directory;

  private Path bundle;
  private Path unlogged;
  private Order order;
  private VerifierKey key;

  @BeforeEach
  void export() throws IOException {
    LedgerConfig config =
        LedgerConfig.at(directory.resolve("ledger"), "assay.example/evidence")
            .withIntervals(Duration.ofHours(1), Duration.ofHours(1))
            .withWal(new WalSettings(1 << 20, 1024));
    bundle = directory.resolve("order.assay-evidence");
    try (Ledger ledger = Ledger.open(config)) {
      for (int i = 1; i < 300; i++) {
        ledger.append(
            Entry.of(
                "exchange.received",
                Instant.EPOCH,
                Map.of(
                    "n",
                    i,
                    "subject",
                    "ann",
                    "prompt",
                    Map.of("commitment", commitment().toString()))));
      }
      ledger.append(Entry.of("test.last", Instant.EPOCH, Map.of())).await(Acknowledgement.DURABLE);
      key = ledger.keys().get(0);
      order =
          new Order(
              "\u7f51\u5b89 2026-7",
              "the authority",
              key.name(),
              250,
              270,
              Scope.of(List.of("ann")));
      Payloads some =
          placed -> placed.index() == 260 ? Map.of("prompt", new Opened(PROMPT, SALT)) : Map.of();
      try (OutputStream out = Files.newOutputStream(bundle)) {
        EvidenceBundle.write(ledger, order, some, Instant.EPOCH, out);
      }
      unlogged = directory.resolve("unlogged.assay-evidence");
      try (OutputStream out = Files.newOutputStream(unlogged)) {
        EvidenceBundle.writeUnlogged(ledger.reader(), ledger.keys(), order, some, out);
      }
    }
  }

  @Test
  void provesItself() {
    assertThat(verify(bundle))
        .isInstanceOfSatisfying(Sound.class, sound -> assertThat(sound.entries()).isEqualTo(20));
  }

  @Test
  void oneFlippedByteAnywhereIsFound_andItsEntryNamed() throws IOException {
    Map<String, byte[]> files = read(bundle);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      int length = file.getValue().length;
      for (int at : new int[] {0, length / 3, length / 2, length - 2}) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        byte[] flipped = file.getValue().clone();
        flipped[at] ^= 1;
        changed.put(file.getKey(), flipped);
        Verification found = verify(write(changed));
        assertThat(found)
            .as("%s, byte %d", file.getKey(), at)
            .isInstanceOfSatisfying(
                Broken.class,
                broken -> assertThat(broken.resource()).isEqualTo(nameOf(file.getKey())));
        if (file.getKey().contains("/260")) {
          assertThat(((Broken) found).entry()).isEqualTo(OptionalLong.of(260));
        }
      }
    }
  }

  @Test
  void oneFlippedBitAnywhereInTheArchiveIsFound() throws IOException {
    for (Path whole : List.of(bundle, unlogged)) {
      byte[] intact = Files.readAllBytes(whole);
      Path changed = directory.resolve("flipped.assay-evidence");
      for (int at = 0; at < intact.length; at += STRIDE) {
        byte[] flipped = intact.clone();
        flipped[at] ^= (byte) (1 << (at % 8));
        Files.write(changed, flipped);
        assertThat(verify(changed)).as("byte %d", at).isInstanceOf(Broken.class);
      }
    }
  }

  @Test
  void bytesBeforeBehindAndBetweenAreFound() throws IOException {
    byte[] intact = Files.readAllBytes(bundle);
    Path changed = directory.resolve("padded.assay-evidence");
    for (int at : new int[] {0, 1, intact.length / 2, intact.length - 22, intact.length}) {
      byte[] padded = new byte[intact.length + 1];
      System.arraycopy(intact, 0, padded, 0, at);
      System.arraycopy(intact, at, padded, at + 1, intact.length - at);
      Files.write(changed, padded);
      assertThat(verify(changed)).as("at %d", at).isInstanceOf(Broken.class);
    }
  }

  @Test
  void aFileThatIsThereTwiceIsFound() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveWriter zip = new ArchiveWriter(out);
    for (Map.Entry<String, byte[]> file : read(bundle).entrySet()) {
      zip.put(file.getKey(), file.getValue());
    }
    zip.put("vkeys", new byte[0]);
    zip.finish();
    Path changed = directory.resolve("twice.assay-evidence");
    Files.write(changed, out.toByteArray());
    assertThat(verify(changed)).asString().contains("two files of the name vkeys");
  }

  @Test
  void anUnloggedBundleProvesItsEntries() {
    assertThat(verify(unlogged)).isInstanceOf(Sound.class);
  }

  @Test
  void aPayloadBeyondTheScopeIsFound_andNoneIsWritten() throws IOException {
    Scope others = Scope.of(List.of("bob"));
    Order narrow = new Order(order.number(), order.authority(), key.name(), 250, 270, others);
    Map<String, byte[]> files = new LinkedHashMap<>(read(unlogged));
    files.put("manifest.json", new Manifest(narrow, List.of(key.toString()), false).bytes());
    assertThat(verify(write(files))).asString().contains("beyond the scope");
  }

  @Test
  void aMissingOrAddedFileIsFound() throws IOException {
    Map<String, byte[]> files = read(bundle);
    for (String name : files.keySet()) {
      Map<String, byte[]> fewer = new LinkedHashMap<>(files);
      fewer.remove(name);
      assertThat(verify(write(fewer))).as(name).isInstanceOf(Broken.class);
    }
    Map<String, byte[]> more = new LinkedHashMap<>(files);
    more.put("payloads/261/extra", PROMPT);
    assertThat(verify(write(more))).isInstanceOf(Broken.class);
  }

  @Test
  void aRangeCutShortInTheManifestIsFound() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(read(bundle));
    files.put(
        "manifest.json",
        new Manifest(
                new Order(order.number(), order.authority(), key.name(), 250, 269, order.scope()),
                List.of(key.toString()),
                true)
            .bytes());
    assertThat(verify(write(files)).toString()).contains("is not the manifest");
  }

  @Test
  void garbageIsRefusedWithoutHarm() throws IOException {
    Path garbage = directory.resolve("garbage");
    Files.write(garbage, new byte[1000]);
    assertThat(verify(garbage)).isInstanceOf(Broken.class);
  }

  @Test
  void theStandaloneProgramVerifiesIt_andSaysSoByItsExitStatus() throws IOException {
    assertThat(run("verify", bundle.toString(), "--key", key.toString())).startsWith("0 sound");
    Map<String, byte[]> files = read(bundle);
    files.computeIfPresent(
        "entries/255.tlog-proof",
        (name, proof) -> {
          proof[60] ^= 1;
          return proof;
        });
    assertThat(run("verify", write(files).toString(), "--key", key.toString()))
        .startsWith("1 BROKEN: entries/255.tlog-proof, entry 255");
    assertThat(run("verify")).startsWith("2 ");
  }

  private static String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status = VerifierProgram.run(List.of(arguments), print, print);
    return status + " " + out.toString(StandardCharsets.UTF_8);
  }

  private Verification verify(Path path) {
    return new EvidenceVerifier(TrustPolicy.of(List.of(key))).verify(path);
  }

  private static Commitment commitment() {
    return Commitment.of(SALT, PROMPT);
  }

  private static Map<String, byte[]> read(Path path) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return files;
  }

  private Path write(Map<String, byte[]> files) throws IOException {
    Path path = directory.resolve("changed.assay-evidence");
    try (OutputStream out = Files.newOutputStream(path)) {
      ArchiveWriter zip = new ArchiveWriter(out);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.put(file.getKey(), file.getValue());
      }
      zip.finish();
    }
    return path;
  }

  /** The file that a verifier names for a change in another: a salt speaks for its payload. */
  private static String nameOf(String changed) {
    return changed.endsWith(".salt") ? changed.substring(0, changed.length() - 5) : changed;
  }
}

package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.c2pa.jumbf.BoxKind;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.ManifestStore;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests that others compressed (section 11.2.4), against our reader and the c2pa-rs engine. */
class CompressedManifestTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String BROTLI =
      "fs.writeFileSync(process.argv[2],zlib.brotliCompressSync(fs.readFileSync(process.argv[1]),"
          + "{params:{[zlib.constants.BROTLI_PARAM_QUALITY]:1}}))";
  private static final int STORE_AT = 45;

  @TempDir static Path folder;
  private static DevelopmentPki pki;
  private static byte[] movie;
  private static byte[] picture;
  private static ManifestRequest opened;

  @BeforeAll
  static void sealAndCompress() throws IOException {
    pki = DevelopmentPki.openOrCreate(folder.resolve("pki"), CLOCK);
    ManifestRequest request = ManifestRequest.created("A movie", "Assay", "1.0");
    byte[] sealed =
        C2pa.embed(Samples.read("sample.mp4"), Format.MP4, request, pki.signer()).bytes();
    Manifest active = C2pa.read(Source.of(sealed)).orElseThrow().active();
    movie = withStore(sealed, store(compressed(active)));
    Ingredient parent =
        Ingredient.of(
            "movie.mp4",
            "video/mp4",
            Ingredient.Relationship.PARENT_OF,
            Source.of(movie),
            pki.trustAnchors(),
            CLOCK);
    opened = ManifestRequest.opened("A still", "Assay", "1.0", parent);
    picture = C2pa.embed(Samples.read("sample.png"), Format.PNG, opened, pki.signer()).bytes();
  }

  private static JumbfBox compressed(Manifest manifest) throws IOException {
    return around(manifest.label(), brotli(manifest.box().toBytes()));
  }

  private static JumbfBox around(String label, byte[] content) {
    return JumbfBox.around(
        BoxKind.COMPRESSED_MANIFEST, label, new JumbfBox.Content("brob", content));
  }

  private static byte[] store(JumbfBox manifest) {
    return JumbfBox.holding(BoxKind.STORE, "c2pa", List.of(manifest)).toBytes();
  }

  private static byte[] brotli(byte[] bytes) throws IOException {
    Path in = Files.write(Files.createTempFile(folder, "in", ""), bytes);
    Path out = Files.createTempFile(folder, "out", "");
    ReferenceEngine.run(folder, "", "node", "-e", BROTLI, in.toString(), out.toString());
    return Files.readAllBytes(out);
  }

  /** The file with another store in the same room, behind which no offset changes. */
  private static byte[] withStore(byte[] file, byte[] store) {
    Box box = Box.first(Box.top(Source.of(file)), "uuid").orElseThrow();
    byte[] out = file.clone();
    int from = (int) box.contentAt() + STORE_AT - 8;
    Arrays.fill(out, from, (int) box.whole().end(), (byte) 0);
    System.arraycopy(store, 0, out, from, store.length);
    return out;
  }

  private static ValidationReport validate(byte[] file) {
    return C2pa.validate(Source.of(file), pki.trustAnchors(), CLOCK).orElseThrow();
  }

  @Test
  void isReadAndTrusted_asTheActiveManifest() {
    ValidationReport report = validate(movie);
    assertThat(report.failures()).isEmpty();
    assertThat(report.state()).isEqualTo(ValidationReport.State.TRUSTED);
    byte[] changed = movie.clone();
    changed[changed.length - 5] ^= 1;
    assertThat(validate(changed).has(StatusCode.ASSERTION_BMFF_HASH_MISMATCH)).isTrue();
  }

  @Test
  void isExpanded_whenItIsTakenInAsAnIngredient() {
    ValidationReport report = validate(picture);
    assertThat(report.failures()).isEmpty();
    assertThat(report.ingredients()).noneMatch(status -> status.isFailure());
    assertThat(report.state()).isEqualTo(ValidationReport.State.TRUSTED);
    assertThat(report.store().manifests().getFirst().stored().kind()).isEqualTo(BoxKind.MANIFEST);
  }

  @Test
  void isReadAndTrusted_asAnIngredient() throws IOException {
    Source file = Samples.read("sample.png");
    byte[] sidecar = C2pa.sidecar(file, opened, pki.signer());
    List<Manifest> both = ManifestStore.read(sidecar).manifests();
    JumbfBox parent = compressed(both.getFirst());
    byte[] stored =
        JumbfBox.holding(BoxKind.STORE, "c2pa", List.of(parent, both.getLast().box())).toBytes();
    ValidationReport report = C2pa.validate(file, stored, pki.trustAnchors(), CLOCK);
    assertThat(report.state()).isEqualTo(ValidationReport.State.TRUSTED);
    assertThat(report.store().toBytes()).isEqualTo(stored);
  }

  @Test
  void isRejected_whenItCannotBeExpandedOrIsNoManifest() throws IOException {
    Manifest active = C2pa.read(Source.of(movie)).orElseThrow().active();
    byte[] whole = brotli(active.box().toBytes());
    List<byte[]> broken =
        List.of(
            new byte[] {1, 2, 3},
            Arrays.copyOf(whole, whole.length / 2),
            new byte[0],
            brotli("no manifest".getBytes(StandardCharsets.UTF_8)),
            brotli(JumbfBox.cbor(BoxKind.CLAIM, "claim", new byte[] {1}).toBytes()));
    for (byte[] content : broken) {
      ValidationReport report = validate(withStore(movie, store(around(active.label(), content))));
      assertThat(report.state()).isEqualTo(ValidationReport.State.INVALID);
      assertThat(report.has(StatusCode.MANIFEST_COMPRESSED_INVALID)).isTrue();
    }
  }

  @Test
  void aBombStopsAtItsBound() throws IOException {
    byte[] bomb = store(around("urn:c2pa:bomb", brotli(new byte[(64 << 20) + 1])));
    assertThat(bomb.length).isLessThan(1 << 15);
    assertThatThrownBy(() -> ManifestStore.read(bomb))
        .isInstanceOfSatisfying(
            MarkException.class, e -> assertThat(e.reason()).isEqualTo(MarkException.Reason.LIMIT));
  }

  @Test
  void theEngineSaysTheSame() throws IOException {
    Map<Path, String> asked = new LinkedHashMap<>();
    asked.put(Files.write(folder.resolve("movie.mp4"), movie), "video/mp4");
    asked.put(Files.write(folder.resolve("picture.png"), picture), "image/png");
    List<ReferenceEngine.Verdict> verdicts =
        ReferenceEngine.validate(asked, Files.readString(folder.resolve("pki/root.pem")));
    assertThat(verdicts)
        .allSatisfy(verdict -> assertThat(verdict.state()).as(verdict.json()).isEqualTo("Trusted"));
  }
}

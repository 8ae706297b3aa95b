package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.c2pa.validation.ValidationReport.State;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What manifests say, and how they carry the history of a work along. */
class ManifestTest {
  private static final String TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/";

  @TempDir Path folder;

  private final TestAuthority authority = TestAuthority.current();
  private final C2paSigner signer = authority.signer("EC");

  private Source sign(String sample, ManifestRequest request) {
    return sign(Samples.read(sample), request);
  }

  private Source sign(Source file, ManifestRequest request) {
    Format format = Format.sniff(file).orElseThrow();
    return Source.of(C2pa.embed(file, format, request, signer).bytes());
  }

  private ValidationReport validate(Source file) {
    return C2pa.validate(file, authority.anchors(), InstantSource.system()).orElseThrow();
  }

  private static Ingredient parent(Source file) {
    return new Ingredient(
        "The original", "image/png", Ingredient.Relationship.PARENT_OF, Optional.of(file));
  }

  private static Cbor.Fields action(Manifest manifest, int index) {
    return manifest
        .assertion("c2pa.actions.v2")
        .orElseThrow()
        .require("actions")
        .asList()
        .get(index)
        .asFields();
  }

  @Test
  void saysThatTheWorkWasCreatedByATrainedModel() {
    Source signed =
        sign(
            "sample.jpg",
            ManifestRequest.created("A picture", "Assay", "1.0")
                .withAigcLabel("{\"Label\":\"1\"}")
                .withSoftBinding(
                    new SoftBinding(
                        SoftBinding.Kind.WATERMARK, "org.example.watermark", new byte[] {1, 2})));

    Manifest manifest = C2pa.read(signed).orElseThrow().active();

    assertThat(manifest.claim().title()).contains("A picture");
    assertThat(manifest.claim().generator()).isEqualTo("Assay");
    assertThat(action(manifest, 0).text("action")).isEqualTo("c2pa.created");
    assertThat(action(manifest, 0).text("digitalSourceType"))
        .isEqualTo(TYPE + "trainedAlgorithmicMedia");
    assertThat(action(manifest, 1).text("action")).isEqualTo("c2pa.watermarked");
    assertThat(manifest.json("cn.tc260.aigc")).contains("{\"Label\":\"1\"}");
    assertThat(manifest.assertion("c2pa.soft-binding").orElseThrow().text("alg"))
        .isEqualTo("org.example.watermark");
  }

  @Test
  void carriesTheHistoryOfAnOpenedWorkAlong() {
    Source first = sign("sample.png", ManifestRequest.created("First", "Assay", "1.0"));
    Source second = sign(first, ManifestRequest.opened("Second", "Assay", "1.0", parent(first)));
    Source third = sign(second, ManifestRequest.opened("Third", "Assay", "1.0", parent(second)));

    ValidationReport report = validate(third);

    assertThat(report.state()).as(report.toString()).isEqualTo(State.TRUSTED);
    assertThat(report.store().manifests()).hasSize(3);
    assertThat(report.has(StatusCode.INGREDIENT_MANIFEST_VALIDATED)).isTrue();
    assertThat(action(report.store().active(), 0).text("action")).isEqualTo("c2pa.opened");
    assertThat(action(report.store().active(), 1).text("digitalSourceType"))
        .isEqualTo(TYPE + "compositeWithTrainedAlgorithmicMedia");
  }

  @Test
  void engineTrustsAWorkWithHistoryAndInputs() throws IOException {
    Source first = sign("sample.png", ManifestRequest.created("First", "Assay", "1.0"));
    Ingredient input =
        new Ingredient(
            "prompt.txt", "text/plain", Ingredient.Relationship.INPUT_TO, Optional.empty());
    Source second = sign(first, ManifestRequest.opened("Second", "Assay", "1.0", parent(first)));
    Source created =
        sign(
            "sample.png",
            ManifestRequest.created("Made", "Assay", "1.0")
                .withIngredient(input)
                .withSoftBinding(
                    new SoftBinding(SoftBinding.Kind.WATERMARK, "org.example", new byte[] {1})));
    Source bare =
        sign(
            "sample.png",
            ManifestRequest.opened("Bare", "Assay", "1.0", parent(Samples.read("sample.png"))));
    Map<Path, String> files = new LinkedHashMap<>();
    List<Source> all = List.of(second, created, bare);
    for (int i = 0; i < all.size(); i++) {
      files.put(Files.write(folder.resolve(i + ".png"), all.get(i).bytes()), "image/png");
    }

    assertThat(ReferenceEngine.validate(files, authority.rootPem()))
        .allSatisfy(verdict -> assertThat(verdict.state()).as(verdict.json()).isEqualTo("Trusted"));
  }

  @Test
  void engineTrustsAndDoubtsWorksThatAreBoundBoxByBox() throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    for (String name : List.of("sample.png", "sample.jpg")) {
      Source file = Samples.read(name);
      Format format = Format.sniff(file).orElseThrow();
      ManifestRequest request = ManifestRequest.created("A picture", "Assay", "1.0");
      byte[] sound = C2pa.embedBoxBound(file, format, request, signer).bytes();
      byte[] changed = sound.clone();
      changed[changed.length - 30] ^= 1;
      files.put(Files.write(folder.resolve("sound-" + name), sound), format.mediaType());
      files.put(Files.write(folder.resolve("changed-" + name), changed), format.mediaType());

      assertThat(validate(Source.of(sound)).state()).isEqualTo(State.TRUSTED);
      assertThat(validate(Source.of(changed)).has(StatusCode.ASSERTION_BOXES_HASH_MISMATCH))
          .isTrue();
    }

    assertThat(ReferenceEngine.validate(files, authority.rootPem()))
        .extracting(ReferenceEngine.Verdict::state)
        .containsExactly("Trusted", "Invalid", "Trusted", "Invalid");
  }

  @Test
  void isInvalid_whenBytesFollowAPictureBoundBoxByBox() {
    byte[] sound =
        C2pa.embedBoxBound(
                Samples.read("sample.png"),
                Format.PNG,
                ManifestRequest.created("A picture", "Assay", "1.0"),
                signer)
            .bytes();

    ValidationReport report = validate(Source.of(Arrays.copyOf(sound, sound.length + 9)));

    assertThat(report.has(StatusCode.ASSERTION_BOXES_HASH_UNKNOWN_BOX)).isTrue();
  }

  @Test
  void doesNotBlameTheWork_whenItsParentWasAlreadyDamaged() {
    byte[] bytes = sign("sample.png", ManifestRequest.created("First", "Assay", "1.0")).bytes();
    bytes[bytes.length - 30] ^= 1;
    Source damaged = Source.of(bytes);

    Source opened =
        sign(damaged, ManifestRequest.opened("Second", "Assay", "1.0", parent(damaged)));

    assertThat(validate(damaged).state()).isEqualTo(State.INVALID);
    assertThat(validate(opened).state()).isEqualTo(State.TRUSTED);
  }

  @Test
  void replacesAnEarlierManifest() {
    for (String sample :
        List.of(
            "sample.jpg",
            "sample.webp",
            "sample.gif",
            "sample.tif",
            "sample.svg",
            "sample.jxl",
            "sample.mp4",
            "sample.heic",
            "sample.mp3",
            "sample.docx",
            "sample.txt",
            "sample.pdf")) {
      Source once = sign(sample, ManifestRequest.created("Once", "Assay", "1.0"));
      Source twice = sign(once, ManifestRequest.created("Twice and longer", "Assay", "1.0"));

      ValidationReport report = validate(twice);

      assertThat(report.state()).as(sample + report).isEqualTo(State.TRUSTED);
      assertThat(report.store().manifests()).as(sample).hasSize(1);
      assertThat(report.store().active().claim().title()).contains("Twice and longer");
    }
  }

  /** The stream writer deflates entries and puts their lengths behind them. */
  @Test
  void bindsDeflatedEntriesWithDescriptors() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("[Content_Types].xml", "word/document.xml")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<Types></Types>".getBytes(StandardCharsets.UTF_8));
      }
    }
    Source signed =
        sign(Source.of(bytes.toByteArray()), ManifestRequest.created("A text", "Assay", "1.0"));
    byte[] changed = signed.bytes();
    changed[45] ^= 1;

    assertThat(validate(signed).state()).as(validate(signed).toString()).isEqualTo(State.TRUSTED);
    assertThat(validate(Source.of(changed)).state()).isEqualTo(State.INVALID);
  }

  @Test
  void liesBesideFilesThatHoldNoManifest() {
    Source sound = Samples.read("sample.ogg");
    byte[] sidecar =
        C2pa.sidecar(sound, ManifestRequest.created("A sound", "Assay", "1.0"), signer);
    byte[] changed = sound.bytes();
    changed[100] ^= 1;

    assertThat(C2pa.embeds(Format.OGG)).isFalse();
    assertThat(validateBeside(sound, sidecar)).isEqualTo(State.TRUSTED);
    assertThat(validateBeside(Source.of(changed), sidecar)).isEqualTo(State.INVALID);
  }

  private State validateBeside(Source file, byte[] sidecar) {
    return C2pa.validate(file, sidecar, authority.anchors(), InstantSource.system()).state();
  }

  @Test
  void staysInvisibleInText() {
    String text = "Generated text.\n第二行。é\n";
    Source signed =
        sign(
            Source.of(text.getBytes(StandardCharsets.UTF_8)),
            ManifestRequest.created("A text", "Assay", "1.0"));
    String written = new String(signed.bytes(), StandardCharsets.UTF_8);
    byte[] changed = signed.bytes();
    changed[0] ^= 1;

    assertThat(written).startsWith(text);
    assertThat(written.substring(text.length()).codePoints())
        .allMatch(
            c -> c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef));
    assertThat(validate(signed).state()).isEqualTo(State.TRUSTED);
    assertThat(validate(Source.of(changed)).state()).isEqualTo(State.INVALID);
  }

  @Test
  void bringsTextIntoNormalForm() {
    Source signed =
        sign(
            Source.of("e\u0301".getBytes(StandardCharsets.UTF_8)),
            ManifestRequest.created("A text", "Assay", "1.0"));

    assertThat(new String(signed.bytes(), StandardCharsets.UTF_8)).startsWith("\u00e9");
    assertThat(validate(signed).state()).isEqualTo(State.TRUSTED);
  }

  @Test
  void isInvalid_whenAnAssertionIsExchanged() {
    Source signed =
        sign(
            "sample.png",
            ManifestRequest.created("A picture", "Assay", "1.0")
                .withAigcLabel("{\"Label\":\"1\"}"));
    byte[] bytes = signed.bytes();
    String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[latin1.indexOf("{\"Label\":\"1\"}") + 10] = '2';

    ValidationReport report = validate(Source.of(bytes));

    assertThat(report.state()).isEqualTo(State.INVALID);
    assertThat(report.has(StatusCode.ASSERTION_HASHED_URI_MISMATCH)).isTrue();
  }

  @Test
  void isInvalid_whenTheClaimIsChanged() {
    byte[] bytes = sign("sample.png", ManifestRequest.created("A picture", "Assay", "1.0")).bytes();
    String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[latin1.indexOf("A picture")] = 'B';

    ValidationReport report = validate(Source.of(bytes));

    assertThat(report.has(StatusCode.CLAIM_SIGNATURE_MISMATCH)).isTrue();
  }

  @Test
  void isInvalid_whenAManifestIsMovedToAnotherFile() {
    Source signed = sign("sample.png", ManifestRequest.created("A picture", "Assay", "1.0"));
    byte[] stolen = C2pa.read(signed).orElseThrow().toBytes();

    assertThat(validateBeside(Samples.read("sample.png"), stolen)).isEqualTo(State.INVALID);
  }

  @Test
  void refusesFormatsThatHoldNoManifest() {
    assertThatThrownBy(
            () ->
                C2pa.embed(
                    Samples.read("sample.ogg"),
                    Format.OGG,
                    ManifestRequest.created("A sound", "Assay", "1.0"),
                    signer))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("sidecar");
  }
}

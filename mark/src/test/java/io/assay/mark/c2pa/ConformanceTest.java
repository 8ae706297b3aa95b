package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holds our writer and reader against the c2pa-rs engine, over every format it supports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
  private static final Path FOLDER = Path.of("target/conformance");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final List<String> SAMPLES =
      List.of(
          "sample.jpg",
          "sample.png",
          "sample.webp",
          "sample.gif",
          "sample.tif",
          "sample.heic",
          "sample.avif",
          "sample.jxl",
          "sample.svg",
          "sample.mp4",
          "fragmented.mp4",
          "sample.mov",
          "sample.avi",
          "sample.m4a",
          "sample.mp3",
          "sample.wav",
          "sample.flac",
          "sample.pdf",
          "sample.docx",
          "sample.epub");

  private DevelopmentPki pki;
  private final List<Case> cases = new ArrayList<>();

  private record Case(
      String name,
      byte[] signed,
      byte[] damaged,
      ReferenceEngine.Verdict onSigned,
      ReferenceEngine.Verdict onDamaged) {}

  @BeforeAll
  void signEverythingAndAskTheEngine() throws IOException {
    Files.createDirectories(FOLDER);
    pki = DevelopmentPki.openOrCreate(FOLDER.resolve("pki"), CLOCK);
    Map<Path, String> files = new LinkedHashMap<>();
    List<byte[]> contents = new ArrayList<>();
    for (String name : SAMPLES) {
      Source original = Samples.read(name);
      Format format = Format.sniff(original).orElseThrow();
      byte[] signed = C2pa.embed(original, format, request(name), pki.signer()).bytes();
      byte[] damaged = signed.clone();
      damaged[payloadByte(format, signed)] ^= 1;
      contents.add(signed);
      contents.add(damaged);
      files.put(write("signed-" + name, signed), format.mediaType());
      files.put(write("damaged-" + name, damaged), format.mediaType());
    }
    List<ReferenceEngine.Verdict> verdicts = ReferenceEngine.validate(files, pki.rootPem());
    for (int i = 0; i < SAMPLES.size(); i++) {
      cases.add(
          new Case(
              SAMPLES.get(i),
              contents.get(2 * i),
              contents.get(2 * i + 1),
              verdicts.get(2 * i),
              verdicts.get(2 * i + 1)));
    }
  }

  private ManifestRequest request(String name) {
    return ManifestRequest.created(name, "Assay", "1.0")
        .withAigcLabel("{\"Label\":\"1\"}")
        .stampedBy(pki.timestampAuthority(CLOCK));
  }

  private static Path write(String name, byte[] bytes) throws IOException {
    return Files.write(FOLDER.resolve(name).toAbsolutePath(), bytes);
  }

  /** A byte of the work itself: in a package's first entry, before an index at a movie's end. */
  private static int payloadByte(Format format, byte[] bytes) {
    return switch (format) {
      case DOCX, EPUB -> 60;
      case PDF -> 200;
      case MP4 -> bytes.length - 400;
      default -> bytes.length - 40;
    };
  }

  @Test
  void engineTrustsEveryFormat() {
    for (Case each : cases) {
      assertThat(each.onSigned.state()).as(each.name + each.onSigned.json()).isEqualTo("Trusted");
    }
  }

  @Test
  void engineRejectsEveryFormat_whenOneByteIsFlipped() {
    for (Case each : cases) {
      assertThat(each.onDamaged.state()).as(each.name + each.onDamaged.json()).isEqualTo("Invalid");
    }
  }

  @Test
  void ownReaderTrustsEveryFormat() {
    for (Case each : cases) {
      ValidationReport report = validate(each.signed);
      assertThat(report.state())
          .as(each.name + report.statuses())
          .isEqualTo(ValidationReport.State.TRUSTED);
      assertThat(report.stampedAt()).as(each.name).isPresent();
    }
  }

  @Test
  void ownReaderGivesTheEnginesFailureCodes_whenOneByteIsFlipped() {
    for (Case each : cases) {
      ValidationReport report = validate(each.damaged);
      assertThat(report.state()).as(each.name).isEqualTo(ValidationReport.State.INVALID);
      assertThat(report.failures()).as(each.name).isNotEmpty();
      assertThat(report.failures())
          .as(each.name + each.onDamaged.json())
          .allMatch(status -> each.onDamaged.has(status.code().code()));
    }
  }

  @Test
  void ownReaderGivesTheEnginesSuccessCodes() {
    for (Case each : cases) {
      assertThat(validate(each.signed).statuses())
          .as(each.name + each.onSigned.json())
          .filteredOn(status -> status.code().severity() == StatusCode.Severity.SUCCESS)
          .allMatch(status -> each.onSigned.has(status.code().code()));
    }
  }

  private ValidationReport validate(byte[] bytes) {
    return C2pa.validate(Source.of(bytes), pki.trustAnchors(), CLOCK).orElseThrow();
  }
}

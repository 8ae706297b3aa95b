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
  private static final Path MEDIA = Path.of("src/test/resources/media");
  private static final InstantSource CLOCK = InstantSource.system();

  private static final Path FOLDER = Path.of("target/conformance");

  private DevelopmentPki pki;
  private final Map<String, Path> signed = new LinkedHashMap<>();
  private final Map<String, Path> damaged = new LinkedHashMap<>();
  private final List<ReferenceEngine.Verdict> verdicts = new ArrayList<>();

  private static final List<String> SAMPLES =
      List.of(
          "sample.jpg",
          "sample.png",
          "sample.webp",
          "sample.wav",
          "sample.avi",
          "sample.mp4",
          "fragmented.mp4",
          "sample.mov",
          "sample.m4a",
          "sample.heic",
          "sample.avif",
          "sample.gif",
          "sample.tif",
          "sample.svg",
          "sample.jxl",
          "sample.docx",
          "sample.epub",
          "sample.pdf",
          "sample.mp3",
          "sample.flac");

  @BeforeAll
  void signEverythingAndAskTheEngine() throws IOException {
    Files.createDirectories(FOLDER);
    pki = DevelopmentPki.openOrCreate(FOLDER.resolve("pki"), CLOCK);
    Map<Path, String> files = new LinkedHashMap<>();
    for (String name : SAMPLES) {
      Source original = Source.of(Files.readAllBytes(MEDIA.resolve(name)));
      Format format = Format.sniff(original).orElseThrow();
      ManifestRequest request =
          ManifestRequest.created(name, "Assay", "1.0")
              .withAigcLabel("{\"Label\":\"1\"}")
              .stampedBy(pki.timestampAuthority(CLOCK));
      byte[] bytes = C2pa.embed(original, format, request, pki.signer()).bytes();
      signed.put(name, write("signed-" + name, bytes));
      byte[] flipped = bytes.clone();
      flipped[payloadByte(format, bytes)] ^= 1;
      damaged.put(name, write("damaged-" + name, flipped));
      files.put(signed.get(name), format.mediaType());
      files.put(damaged.get(name), format.mediaType());
    }
    verdicts.addAll(ReferenceEngine.validate(files, pki.rootPem()));
  }

  private static Path write(String name, byte[] bytes) throws IOException {
    return Files.write(FOLDER.resolve(name).toAbsolutePath(), bytes);
  }

  /**
   * A byte of the work itself: inside a package's first entry, before an index at a movie's end.
   */
  private static int payloadByte(Format format, byte[] bytes) {
    return switch (format) {
      case DOCX, EPUB -> 60;
      case MP4 -> bytes.length - 400;
      case PDF -> 200;
      default -> bytes.length - 40;
    };
  }

  @Test
  void engineTrustsEveryFormat() {
    for (int i = 0; i < SAMPLES.size(); i++) {
      ReferenceEngine.Verdict verdict = verdicts.get(2 * i);
      assertThat(verdict.state()).as(SAMPLES.get(i) + verdict.json()).isEqualTo("Trusted");
    }
  }

  @Test
  void engineRejectsEveryFormat_whenOneByteIsFlipped() {
    for (int i = 0; i < SAMPLES.size(); i++) {
      ReferenceEngine.Verdict verdict = verdicts.get(2 * i + 1);
      assertThat(verdict.state()).as(SAMPLES.get(i) + verdict.json()).isEqualTo("Invalid");
    }
  }

  @Test
  void ownReaderAgrees() {
    for (String name : SAMPLES) {
      ValidationReport sound = validate(signed.get(name));
      assertThat(sound.state())
          .as(name + sound.statuses())
          .isEqualTo(ValidationReport.State.TRUSTED);
      assertThat(sound.has(StatusCode.TIME_STAMP_TRUSTED)).as(name).isTrue();
      assertThat(validate(damaged.get(name)).state())
          .as(name)
          .isEqualTo(ValidationReport.State.INVALID);
    }
  }

  private ValidationReport validate(Path path) {
    try {
      return C2pa.validate(Source.of(Files.readAllBytes(path)), pki.trustAnchors(), CLOCK)
          .orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

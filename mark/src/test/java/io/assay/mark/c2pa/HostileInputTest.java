package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.MovieCarrier;
import io.assay.mark.bmff.PictureCarrier;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.jumbf.BoxKind;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.jumbf.JumbfReader;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.c2pa.validation.ValidationReport.State;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Format;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Source;
import io.assay.mark.jxl.JxlCarrier;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and malicious files end in a {@link MarkException} or an honest report, nothing else. */
class HostileInputTest {
  private static final int MUTANTS = 12;
  private static final int HEADER_CHUNK_END = 33;
  private static final int CHUNK_OVERHEAD = 12;
  private static final Implicit LABEL = new Implicit("{\"Label\":\"1\"}", Optional.empty());

  private static final TestAuthority AUTHORITY = TestAuthority.fixed();
  private static final C2paSigner SIGNER = AUTHORITY.signer("EC");
  private static final TimestampAuthority STAMPER =
      AUTHORITY.timestampAuthority(TestAuthority.CLOCK);

  private byte[] signed(String sample) {
    Source file = Samples.read(sample);
    return C2pa.embed(
            file,
            Format.sniff(file).orElseThrow(),
            ManifestRequest.created("A work", "Assay", "1.0").stampedBy(STAMPER),
            SIGNER)
        .bytes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample.jpg", "sample.png", "sample.webp", "sample.gif", "sample.tif", "sample.heic",
        "sample.avif", "sample.jxl", "sample.svg", "sample.mp4", "fragmented.mp4", "sample.mov",
        "sample.avi", "sample.m4a", "sample.mp3", "sample.wav", "sample.flac", "sample.pdf",
        "sample.docx", "sample.epub", "sample.txt"
      })
  void survivesTruncationAndNoise(String sample) {
    byte[] whole = signed(sample);
    Random random = new Random(sample.hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant =
          Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int flips = random.nextInt(4); flips > 0 && mutant.length > 0; flips--) {
        int at = random.nextInt(i % 2 == 0 ? mutant.length : Math.min(2000, mutant.length));
        mutant[at] = (byte) random.nextInt();
      }
      assertHonest(mutant);
    }
  }

  /** Either nothing is found, or the file is refused, or it is not trusted unless untouched. */
  private void assertHonest(byte[] mutant) {
    Source file = Source.of(mutant);
    try {
      Optional<ValidationReport> report =
          C2pa.validate(file, AUTHORITY.anchors(), TestAuthority.CLOCK);
      report.ifPresent(r -> assertThat(r.statuses()).isNotEmpty());
      Optional<Format> format = Format.sniff(file);
      if (format.isPresent() && C2pa.embeds(format.get())) {
        C2pa.embed(file, format.get(), ManifestRequest.created("Again", "Assay", "1.0"), SIGNER);
      }
      for (Carrier carrier : format.map(HostileInputTest::carriers).orElse(List.of())) {
        carrier.read(file);
        carrier.write(file, LABEL);
        carrier.payload(file);
      }
    } catch (MarkException expected) {
      assertThat(expected.reason()).isNotNull();
    }
  }

  private static List<Carrier> carriers(Format format) {
    return switch (format) {
      case MP4, MOV, M4A -> List.of(new MovieCarrier());
      case HEIC, AVIF -> List.of(new PictureCarrier());
      case JXL -> List.of(new JxlCarrier());
      default -> List.of();
    };
  }

  @Test
  void boundsTheDepthOfCbor() {
    byte[] bomb = new byte[1 << 20];
    Arrays.fill(bomb, (byte) 0x81);

    assertThatThrownBy(() -> Cbor.decode(bomb))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("deeper");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9b7fffffffffffffff",
        "bb7fffffffffffffff",
        "5b7fffffffffffffff",
        "9a40000000",
        "7b00000000ffffffff61"
      })
  void doesNotBelieveLengthsInCbor(String bomb) {
    assertThatThrownBy(() -> Cbor.decode(HexFormat.of().parseHex(bomb)))
        .isInstanceOf(MarkException.class)
        .satisfies(e -> assertThat(((MarkException) e).offset()).isPresent());
  }

  @Test
  void boundsTheDepthOfJumbf() {
    JumbfBox box = JumbfBox.cbor(BoxKind.CBOR, "leaf", new byte[0]);
    for (int i = 0; i < 50; i++) {
      box = JumbfBox.holding(BoxKind.ASSERTIONS, "level", List.of(box));
    }
    byte[] bytes = box.toBytes();

    assertThatThrownBy(() -> JumbfReader.read(bytes))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("deeper");
  }

  @Test
  void neverTrustsAFlippedByte_outsideTheRoomForTheManifest() {
    byte[] whole = signed("sample.png");
    int room = C2pa.read(Source.of(whole)).orElseThrow().toBytes().length + CHUNK_OVERHEAD;
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      int at = random.nextInt(whole.length);
      byte[] mutant = whole.clone();
      mutant[at] ^= (byte) (1 << random.nextInt(8));
      boolean inRoom = at >= HEADER_CHUNK_END && at < HEADER_CHUNK_END + room;
      assertThat(inRoom || !isTrusted(mutant)).as("byte " + at).isTrue();
    }
  }

  private static boolean isTrusted(byte[] mutant) {
    try {
      return C2pa.validate(Source.of(mutant), AUTHORITY.anchors(), TestAuthority.CLOCK)
          .filter(report -> report.state() == State.TRUSTED)
          .isPresent();
    } catch (MarkException refused) {
      return false;
    }
  }
}

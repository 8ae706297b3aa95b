package io.assay.mark.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.Finding;
import io.assay.mark.Golden;
import io.assay.mark.Inspection;
import io.assay.mark.Inspector;
import io.assay.mark.LabelRequest;
import io.assay.mark.MarkException;
import io.assay.mark.Marked;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.Verdict;
import io.assay.mark.c2pa.DevelopmentPki;
import io.assay.mark.c2pa.validation.TrustAnchors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class C2paSealTest {
  @TempDir static Path folder;
  private static Marker sealing;
  private static C2paProbe probe;

  @BeforeAll
  static void openTheChain() {
    DevelopmentPki pki = DevelopmentPki.openOrCreate(folder, InstantSource.system());
    sealing = Marker.standard().withSeal(new C2paSeal(pki.signer(), Optional.empty()));
    probe = new C2paProbe(pki.trustAnchors(), InstantSource.system());
  }

  private static Inspection inspect(Marked marked, Media media) {
    C2paProbe withManifest = marked.manifest().map(probe::withSidecar).orElse(probe);
    return Inspector.standard().withProbe(withManifest).inspect(media);
  }

  @ParameterizedTest
  @FieldSource("io.assay.mark.Golden#CARRIERS")
  void sealsWhatItLabelled(String name) {
    Marked marked = sealing.mark(Golden.media(name), Golden.implicit());
    Inspection inspection = inspect(marked, Media.of(marked.bytes(), name));
    assertThat(inspection.label()).contains(Golden.LABEL);
    assertThat(inspection.verdict()).isEqualTo(Verdict.INTACT);
  }

  @Test
  void findsTheFileAltered_whenTheLabelUnderTheSealChanges() {
    Marked marked = sealing.mark(Golden.media("sample.svg"), Golden.implicit());
    String svg = new String(marked.bytes(), StandardCharsets.UTF_8);
    byte[] changed =
        svg.replaceFirst(Golden.LABEL.produceId(), "0".repeat(32)).getBytes(StandardCharsets.UTF_8);
    assertThat(inspect(marked, Media.of(changed)).verdict()).isEqualTo(Verdict.ALTERED);
  }

  @Test
  void sealsOnceMore_whenAFileIsMarkedTwice() {
    Marked first = sealing.mark(Golden.media("sample.png"), LabelRequest.of(Golden.LABEL));
    Marked second = sealing.mark(Media.of(first.bytes()), Golden.implicit());
    assertThat(inspect(second, Media.of(second.bytes())).verdict()).isEqualTo(Verdict.INTACT);
  }

  @Test
  void standsInsideAText_whenToldTo() {
    DevelopmentPki pki = DevelopmentPki.openOrCreate(folder, InstantSource.system());
    Marked marked =
        Marker.standard()
            .withSeal(new C2paSeal(pki.signer(), Optional.empty()).insideText())
            .mark(Golden.media("sample.md"), Golden.implicit());
    assertThat(marked.manifest()).isEmpty();
    assertThat(inspect(marked, Media.of(marked.bytes(), "a.md")).verdict())
        .isEqualTo(Verdict.INTACT);
  }

  @Test
  void vouchesForNobody_withoutAnchors() {
    Marked marked = sealing.mark(Golden.media("sample.png"), Golden.implicit());
    Inspection inspection =
        Inspector.standard()
            .withProbe(new C2paProbe(TrustAnchors.none(), InstantSource.system()))
            .inspect(marked.bytes());
    assertThat(inspection.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void knowsThatThereIsALabel_whenAFileHasNothingButAnUntrustedSeal() {
    Marked marked =
        sealing.mark(Golden.media("sample.png"), LabelRequest.of(Golden.LABEL).explicitOnly());
    Inspection inspection =
        Inspector.standard()
            .withProbe(new C2paProbe(TrustAnchors.none(), InstantSource.system()))
            .inspect(marked.bytes());
    assertThat(inspection.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(inspection.evidence())
        .anySatisfy(f -> assertThat(f.detail()).endsWith("an issuer not trusted here"));
  }

  @Test
  void doesNotCallAFileAltered_whenOnlyItsCertificateHasExpired() {
    Marked marked = sealing.mark(Golden.media("sample.png"), Golden.implicit());
    InstantSource later = InstantSource.fixed(Instant.now().plus(Duration.ofDays(36_500)));
    Inspection inspection =
        Inspector.standard()
            .withProbe(new C2paProbe(TrustAnchors.none(), later))
            .inspect(marked.bytes());
    assertThat(inspection.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(inspection.findings()).extracting(Finding::id).contains("c2pa.inconclusive");
  }

  @Test
  void findsASeal_whenItCannotBeRead() {
    Marked marked = sealing.mark(Golden.media("sample.png"), Golden.implicit());
    String png = new String(marked.bytes(), StandardCharsets.ISO_8859_1);
    byte[] unknown = png.replace("jumdc2ma", "jumdc2xx").getBytes(StandardCharsets.ISO_8859_1);
    Inspection inspection = inspect(marked, Media.of(unknown));
    assertThat(inspection.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(inspection.findings())
        .filteredOn(f -> f.id().equals("c2pa.unreadable"))
        .singleElement()
        .satisfies(f -> assertThat(f.detail()).contains("the manifest store is empty"));
  }

  @Test
  void saysHowACompositeCameAbout() {
    LabelRequest composite =
        Golden.implicit().withDigitalSourceType(LabelRequest.COMPOSITE_WITH_TRAINED_MEDIA);
    Marked marked = sealing.mark(Golden.media("sample.png"), composite);
    assertThat(new String(marked.bytes(), StandardCharsets.ISO_8859_1))
        .contains(LabelRequest.COMPOSITE_WITH_TRAINED_MEDIA)
        .doesNotContain(LabelRequest.TRAINED_MEDIA);
  }

  @Test
  void refusesAnUnknownOrigin() {
    LabelRequest odd = Golden.implicit().withDigitalSourceType("http://example.org/x");
    assertThatThrownBy(() -> sealing.mark(Golden.media("sample.png"), odd))
        .isInstanceOf(MarkException.class);
  }
}

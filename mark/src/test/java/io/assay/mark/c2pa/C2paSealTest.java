package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.AppliedLabel;
import io.assay.mark.LabelRequest;
import io.assay.mark.Marked;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.container.Source;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of marking: the label first, the seal over it last. */
class C2paSealTest {
  private static final TestAuthority AUTHORITY = TestAuthority.fixed();
  private static final Marker MARKER =
      Marker.standard()
          .withSeal(new C2paSeal("Assay", "1.0", AUTHORITY.signer("EC"), Optional.empty()));
  private static final LabelRequest REQUEST =
      LabelRequest.of(AigcLabel.produced("001191110102MACQD9K64010000", "work-1")).implicitOnly();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample.jpg", "sample.png", "sample.webp", "sample.gif", "sample.tif", "sample.heic",
        "sample.avif", "sample.jxl", "sample.svg", "sample.mp4", "fragmented.mp4", "sample.mov",
        "sample.avi", "sample.m4a", "sample.mp3", "sample.wav", "sample.flac", "sample.pdf",
        "sample.docx", "sample.epub"
      })
  void sealsWhatWasLabelled(String name) {
    Marked marked = MARKER.mark(Media.of(Samples.read(name), name), REQUEST);
    ValidationReport report =
        C2pa.validate(Source.of(marked.bytes()), AUTHORITY.anchors(), TestAuthority.CLOCK)
            .orElseThrow();

    assertThat(report.state()).as(report.toString()).isEqualTo(ValidationReport.State.TRUSTED);
    assertThat(report.store().active().json("cn.tc260.aigc"))
        .hasValueSatisfying(json -> assertThat(json).contains("work-1"));
    assertThat(marked.labels()).hasAtLeastOneElementOfType(AppliedLabel.Sealed.class);
  }
}

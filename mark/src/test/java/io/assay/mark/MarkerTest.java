package io.assay.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.aigc.AigcLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MarkerTest {
  private final Marker marker = Marker.standard();
  private final Inspector inspector = Inspector.standard();

  @ParameterizedTest
  @FieldSource("io.assay.mark.Golden#CARRIERS")
  void writesOneRecordAndLeavesTheContentAlone(String name) {
    Media original = Golden.media(name);
    Marked marked = marker.mark(original, Golden.implicit());
    Inspection inspection = inspector.inspect(Media.of(marked.bytes(), name));
    assertThat(inspection.label()).contains(Golden.LABEL);
    assertThat(inspection.conforms()).isTrue();
    assertThat(marked.payloadSha256()).isEqualTo(Payload.sha256(original));
  }

  @ParameterizedTest
  @FieldSource("io.assay.mark.Golden#CARRIERS")
  void replacesItsOwnRecord(String name) {
    Marked first = marker.mark(Golden.media(name), Golden.implicit());
    AigcLabel second = AigcLabel.produced(Golden.LABEL.contentProducer(), "a-longer-number/2");
    Marked marked =
        marker.mark(Media.of(first.bytes(), name), LabelRequest.of(second).implicitOnly());
    assertThat(marked.payloadSha256()).isEqualTo(Payload.sha256(Golden.media(name)));
    assertThat(inspector.inspect(Media.of(marked.bytes(), name)).label()).contains(second);
    assertThat(inspector.inspect(Media.of(marked.bytes(), name)).conforms()).isTrue();
  }

  @Test
  void keepsTheProducer_whenTheFileIsLabelledBySomebodyElse() {
    Marked first = marker.mark(Golden.media("sample.png"), Golden.implicit());
    LabelRequest platform = LabelRequest.of(AigcLabel.produced("platform", "77")).implicitOnly();
    Marked marked = marker.mark(Media.of(first.bytes()), platform);
    assertThat(inspector.inspect(marked.bytes()).label())
        .contains(Golden.LABEL.withPropagator("platform", "77"));
  }
}

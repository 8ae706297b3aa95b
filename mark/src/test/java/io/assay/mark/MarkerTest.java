package io.assay.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException.Reason;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.container.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  @Test
  void writesLabelForPeopleThenWatermarkThenRecordThenSeal() {
    List<String> order = new ArrayList<>();
    Watermark watermark =
        new Watermark() {
          @Override
          public String scheme() {
            return "io.assay.test";
          }

          @Override
          public boolean serves(Format format) {
            return format == Format.PNG;
          }

          @Override
          public Media embed(Media media, String produceId) {
            order.add("watermark");
            assertThat(inspector.inspect(media).label()).isEmpty();
            byte[] changed = media.source().bytes();
            assertThat(changed).isNotEqualTo(Golden.bytes("sample.png"));
            return Media.of(changed);
          }

          @Override
          public Optional<String> read(Media media) {
            return Optional.of(Golden.LABEL.produceId());
          }
        };
    Seal seal =
        (labelled, content) -> {
          order.add("seal");
          assertThat(inspector.inspect(labelled).label()).contains(Golden.LABEL);
          assertThat(content.watermark())
              .contains(new AppliedLabel.Watermarked("io.assay.test", Golden.LABEL.produceId()));
          return new Seal.Result(labelled, new AppliedLabel.Sealed("test", ""), Optional.empty());
        };
    Marked marked =
        marker
            .withWatermark(watermark)
            .withSeal(seal)
            .mark(Golden.media("sample.png"), LabelRequest.of(Golden.LABEL));
    assertThat(order).containsExactly("watermark", "seal");
    assertThat(marked.labels())
        .extracting(label -> (Object) label.getClass())
        .containsExactly(
            AppliedLabel.Picture.class,
            AppliedLabel.Watermarked.class,
            AppliedLabel.Metadata.class,
            AppliedLabel.Sealed.class);
  }

  @Test
  void handsNothingOut_whenTheWatermarkDoesNotReadBack() {
    Watermark broken =
        new Watermark() {
          @Override
          public String scheme() {
            return "io.assay.test";
          }

          @Override
          public boolean serves(Format format) {
            return true;
          }

          @Override
          public Media embed(Media media, String produceId) {
            return media;
          }

          @Override
          public Optional<String> read(Media media) {
            return Optional.empty();
          }
        };
    assertThatThrownBy(
            () -> marker.withWatermark(broken).mark(Golden.media("sample.png"), Golden.implicit()))
        .isInstanceOfSatisfying(
            MarkException.class, e -> assertThat(e.reason()).isEqualTo(Reason.READ_BACK));
  }
}

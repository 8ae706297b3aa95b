package io.assay.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.aigc.KeyRegistry;
import io.assay.mark.aigc.Sm2Key;
import io.assay.mark.container.Found;
import io.assay.mark.image.PngCarrier;
import io.assay.mark.image.PngChunks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class InspectorTest {
  private static final Sm2Key KEY = Sm2Key.generate();
  private static final KeyRegistry KEYS =
      KeyRegistry.of(Golden.LABEL.contentProducer(), KEY.publicPoint());
  private static final Marker SIGNING = Marker.standard().withSigner(KEY);
  private static final Inspector KNOWING = Inspector.standard().withKeys(KEYS);

  private record Issued(List<Issue> issues) implements LabelRegistry {
    @Override
    public boolean issues(String contentProducer) {
      return contentProducer.equals(Golden.LABEL.contentProducer());
    }

    @Override
    public Optional<Issue> find(String contentProducer, String produceId) {
      return issues.stream().filter(i -> i.label().produceId().equals(produceId)).findFirst();
    }

    @Override
    public List<Issue> findByPayload(String payloadSha256) {
      return issues.stream().filter(i -> i.payloadSha256().equals(payloadSha256)).toList();
    }
  }

  private static Inspector registered(Marked... marked) {
    return Inspector.standard()
        .withRegistry(
            new Issued(
                Arrays.stream(marked)
                    .map(m -> new LabelRegistry.Issue(label(m), m.payloadSha256()))
                    .toList()));
  }

  private static AigcLabel label(Marked marked) {
    return Inspector.standard().inspect(marked.media()).label().orElseThrow();
  }

  private static LabelRequest request(String id) {
    return LabelRequest.of(AigcLabel.produced(Golden.LABEL.contentProducer(), id)).implicitOnly();
  }

  private static Marked marked(String name) {
    return Marker.standard().mark(Golden.media(name), Golden.implicit());
  }

  @ParameterizedTest
  @FieldSource("io.assay.mark.Golden#CARRIERS")
  void findsASignedFileIntact(String name) {
    Marked marked = SIGNING.mark(Golden.media(name), Golden.implicit());
    Media media = Media.of(marked.bytes(), name);
    assertThat(KNOWING.inspect(media).verdict()).isEqualTo(Verdict.INTACT);
    assertThat(Inspector.standard().inspect(media).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void findsALabelAltered_whenAFieldChangedUnderItsSignature() {
    Marked marked = SIGNING.mark(Golden.media("sample.md"), Golden.implicit());
    String text = new String(marked.bytes(), StandardCharsets.UTF_8);
    byte[] changed =
        text.replace(Golden.LABEL.produceId(), Golden.LABEL.produceId().replace('e', 'f'))
            .getBytes(StandardCharsets.UTF_8);
    assertThat(KNOWING.inspect(Media.of(changed, "a.md")).verdict()).isEqualTo(Verdict.ALTERED);
  }

  @Test
  void findsALabelTransplanted_whenItStandsOnOtherContent() {
    Marked marked = SIGNING.mark(Golden.media("sample.md"), Golden.implicit());
    String text = new String(marked.bytes(), StandardCharsets.UTF_8);
    byte[] other = text.replace("Hello", "Other").getBytes(StandardCharsets.UTF_8);
    assertThat(KNOWING.inspect(Media.of(other, "a.md")).verdict()).isEqualTo(Verdict.TRANSPLANTED);
  }

  @Test
  void findsALabelForged_whenAnotherKeySignedIt() {
    Marked marked =
        Marker.standard()
            .withSigner(Sm2Key.generate())
            .mark(Golden.media("sample.png"), Golden.implicit());
    assertThat(KNOWING.inspect(marked.bytes()).verdict()).isEqualTo(Verdict.FORGED);
  }

  @Test
  void findsRegisteredContentIntact() {
    Marked marked = marked("sample.png");
    Inspection inspection = registered(marked).inspect(marked.bytes());
    assertThat(inspection.verdict()).isEqualTo(Verdict.INTACT);
    assertThat(inspection.evidence()).extracting(Finding::id).containsExactly("register.match");
  }

  @Test
  void findsRegisteredContentStripped_whenItsLabelIsGone() {
    Marked marked = marked("sample.png");
    assertThat(registered(marked).inspect(Golden.media("sample.png")).verdict())
        .isEqualTo(Verdict.STRIPPED);
  }

  @Test
  void findsALabelForged_whenItsNumberWasNeverIssued() {
    Marked issued = marked("sample.png");
    Marked other = Marker.standard().mark(Golden.media("sample.gif"), request("made-up"));
    assertThat(registered(issued).inspect(other.bytes()).verdict()).isEqualTo(Verdict.FORGED);
  }

  @Test
  void findsALabelTransplanted_whenTheContentWasIssuedUnderAnotherNumber() {
    Marked one = Marker.standard().mark(Golden.media("sample.png"), request("one"));
    Marked two = Marker.standard().mark(Golden.media("animated.png"), request("two"));
    Marked swapped = Marker.standard().mark(Golden.media("animated.png"), request("one"));
    assertThat(registered(one, two).inspect(swapped.bytes()).verdict())
        .isEqualTo(Verdict.TRANSPLANTED);
  }

  @Test
  void saysNoMoreThanItKnows_whenAFileIsBare() {
    Inspection inspection = Inspector.standard().inspect(Golden.media("sample.jpg"));
    assertThat(inspection.verdict()).isEqualTo(Verdict.UNLABELLED);
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void reportsTwoRecords() {
    Media marked = marked("sample.png").media();
    byte[] text = ("AIGC\0" + Golden.LABEL.json()).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = marked.source().bytes();
    byte[] chunk = PngChunks.build("tEXt", text);
    byte[] twice = new byte[bytes.length + chunk.length];
    System.arraycopy(bytes, 0, twice, 0, 33);
    System.arraycopy(chunk, 0, twice, 33, chunk.length);
    System.arraycopy(bytes, 33, twice, 33 + chunk.length, bytes.length - 33);
    Inspection inspection = Inspector.standard().inspect(twice);
    assertThat(inspection.conforms()).isFalse();
    assertThat(inspection.findings()).extracting(Finding::id).contains("aigc.duplicate");
    Marked again = Marker.standard().mark(Media.of(twice), Golden.implicit());
    List<Found> records = new PngCarrier().read(again.media().source());
    assertThat(records).hasSize(1);
  }

  @Test
  void readsTheRecordBesideAText() {
    Media text = Golden.media("sample.txt");
    Marked marked = SIGNING.mark(text, Golden.implicit());
    assertThat(KNOWING.inspect(marked.media(), marked.sidecar()).verdict())
        .isEqualTo(Verdict.INTACT);
  }
}

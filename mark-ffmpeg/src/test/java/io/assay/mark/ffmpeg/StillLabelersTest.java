package io.assay.mark.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.AppliedLabel;
import io.assay.mark.Golden;
import io.assay.mark.Inspector;
import io.assay.mark.LabelRequest;
import io.assay.mark.MarkException;
import io.assay.mark.Marked;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.Tool;
import io.assay.mark.bmff.CodedItem;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StillLabelersTest {
  private static final Map<String, Marked> MARKED = new ConcurrentHashMap<>();

  private static byte[] bytes(String name) {
    try (InputStream in = StillLabelersTest.class.getResourceAsStream("/media/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sample with both labels; each is marked once for all tests. */
  private static Marked marked(String name) {
    return MARKED.computeIfAbsent(name, key -> mark(bytes(key)));
  }

  private static Marked mark(byte[] bytes) {
    return Marker.standard().mark(Media.of(bytes), LabelRequest.of(Golden.LABEL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample.heic",
        "turned.heic",
        "alpha.heic",
        "alpha.avif",
        "tagged.jxl",
        "alpha.webp"
      })
  void showsTheLabelAndKeepsTheRest(String name) {
    byte[] before = bytes(name);
    Marked marked = marked(name);
    AppliedLabel.Picture label = (AppliedLabel.Picture) marked.labels().getFirst();
    assertThat(label.percent()).isGreaterThanOrEqualTo(5);
    assertThat(Inspector.standard().inspect(marked.bytes()).label()).contains(Golden.LABEL);
    String extension = Golden.extension(name);
    assertThat(described(marked.bytes(), extension)).isEqualTo(described(before, extension));
    assertThat(size(marked.bytes(), extension))
        .isEqualTo(size(before, extension))
        .containsPattern("\\d\\d");
  }

  private static String size(byte[] bytes, String extension) {
    return extension.equals("jxl")
        ? Tool.output(
            bytes,
            extension,
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=width,height",
            "FILE")
        : Tool.output(bytes, extension, "exiftool", "-ImageWidth", "-ImageHeight", "FILE");
  }

  /** What exiftool says of turn, author and profile. */
  private static String described(byte[] bytes, String extension) {
    return Tool.output(
        bytes,
        extension,
        "exiftool",
        "-Rotation",
        "-Artist",
        "-Orientation",
        "-XMP-dc:Creator",
        "-ColorPrimaries",
        "-AuxiliaryImageType",
        "FILE");
  }

  @Test
  void placesTheLabelOnAPictureAsItIsTurned() {
    CodedItem stored = CodedItem.primary(Source.of(bytes("turned.heic")));
    AppliedLabel.Picture label = (AppliedLabel.Picture) marked("turned.heic").labels().getFirst();
    assertThat(stored.orientation()).isEqualTo(6);
    assertThat(stored.width()).isEqualTo(320);
    assertThat(label.x() + label.width()).isLessThanOrEqualTo(240);
    assertThat(label.y() + label.height()).isLessThanOrEqualTo(320);
    assertThat(label.y()).isGreaterThan(240);
  }

  @ParameterizedTest
  @ValueSource(strings = {"turned.heic", "alpha.heic"})
  void anotherReaderStillOpensAHeic(String name) {
    String told =
        Tool.output(marked(name).bytes(), "heic", "heif-convert", "FILE", "/dev/stdout.png");
    assertThat(told).doesNotContain("rror").contains("1 image");
  }

  @Test
  void labelsEveryFrameOfAnAnimatedWebp() {
    Marked marked = mark(Golden.bytes("animated.webp"));
    WebpFile before = WebpFile.read(Source.of(Golden.bytes("animated.webp")));
    WebpFile after = WebpFile.read(Source.of(marked.bytes()));
    AppliedLabel.Picture label = (AppliedLabel.Picture) marked.labels().getFirst();
    assertThat(label.frames()).isEqualTo(before.frames().size()).isGreaterThan(1);
    assertThat(label.percent()).isGreaterThanOrEqualTo(5);
    assertThat(after.canvas()).isEqualTo(before.canvas());
    assertThat(after.frames().stream().map(WebpFile.Frame::milliseconds))
        .isEqualTo(before.frames().stream().map(WebpFile.Frame::milliseconds).toList());
    assertThat(loop(marked.bytes())).isEqualTo(loop(Golden.bytes("animated.webp")));
  }

  private static String loop(byte[] webp) {
    return Tool.output(webp, "webp", "exiftool", "-AnimationLoopCount", "-BackgroundColor", "FILE");
  }

  @Test
  void keepsEveryOtherPixel_whenTheWebpIsLossless() {
    assertThat(WebpFile.isLossless(WebpFile.coded(marked("alpha.webp").bytes()))).isTrue();
  }

  @Test
  void labelsEveryFrameOfAnAnimatedJpegXl() {
    Marked marked = mark(bytes("animated.jxl"));
    AppliedLabel.Picture label = (AppliedLabel.Picture) marked.labels().getFirst();
    assertThat(label.frames()).isEqualTo(3);
    assertThat(label.percent()).isGreaterThanOrEqualTo(5);
    assertThat(Inspector.standard().inspect(marked.bytes()).label()).contains(Golden.LABEL);
    assertThat(times(marked.bytes())).isEqualTo(times(bytes("animated.jxl"))).hasSize(3);
  }

  /** When each frame is shown. */
  private static List<String> times(byte[] jxl) {
    try (Workshop workshop = new Workshop()) {
      workshop.write("a.jxl", jxl);
      Ffmpeg.execute(List.of("djxl", workshop.path("a.jxl"), workshop.path("a.apng")));
      return times(workshop.read("a.apng"), "png");
    }
  }

  private static List<String> times(byte[] bytes, String extension) {
    return Tool.output(
            bytes,
            extension,
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "packet=pts_time",
            "-of",
            "csv=p=0",
            "FILE")
        .lines()
        .toList();
  }

  @Test
  void labelsEveryPictureOfAnAvifSequence() {
    byte[] before = bytes("sequence.avif");
    Marked marked = mark(before);
    AppliedLabel.Picture label = (AppliedLabel.Picture) marked.labels().getFirst();
    assertThat(label.frames()).isEqualTo(4);
    assertThat(label.percent()).isGreaterThanOrEqualTo(5);
    assertThat(Inspector.standard().inspect(marked.bytes()).label()).contains(Golden.LABEL);
    assertThat(times(marked.bytes(), "avif")).isEqualTo(times(before, "avif")).hasSize(4);
    assertThat(Tool.decodingErrors(marked.bytes(), "avif")).isEmpty();
  }

  @Test
  void refusesSequencesThatWouldLoseSomething_andThoseOfHeic() {
    byte[] heic =
        new String(bytes("sequence.avif"), StandardCharsets.ISO_8859_1)
            .replace("ftypavis", "ftypmsf1")
            .replace("avisavif", "msf1mif1")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] described =
        new String(bytes("sequence.avif"), StandardCharsets.ISO_8859_1)
            .replace("infe", "Exif")
            .getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] each : List.of(heic, described)) {
      assertThatThrownBy(() -> mark(each))
          .isInstanceOfSatisfying(
              MarkException.class,
              e -> assertThat(e.reason()).isEqualTo(MarkException.Reason.UNSUPPORTED))
          .hasMessageContaining("image sequence");
    }
  }

  @Test
  void answersEveryCutOfAnAnimation_withATypedError() {
    byte[] whole = Golden.bytes("animated.webp");
    for (int length = 0; length < whole.length; length++) {
      Source cut = Source.of(Arrays.copyOf(whole, length));
      try {
        WebpFile file = WebpFile.read(cut);
        List<WebpFile.Frame> frames = file.frames();
        frames.forEach(frame -> WebpFile.size(frame.coded()));
        file.with(frames.stream().map(WebpFile.Frame::coded).toList(), 1, 1);
      } catch (MarkException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"turned.heic", "alpha.avif"})
  void refusesAPictureWithoutSize(String name) {
    byte[] bytes = bytes(name);
    int ispe = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("ispe");
    Arrays.fill(bytes, ispe + 8, ispe + 16, (byte) 0xff);
    assertThatThrownBy(() -> mark(bytes)).isInstanceOf(MarkException.class);
  }
}

package io.assay.mark.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Cue;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.Golden;
import io.assay.mark.LabelRequest;
import io.assay.mark.Marked;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.Tool;
import io.assay.mark.container.Source;
import io.assay.mark.explicit.Loudness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegLabelersTest {
  private static final LabelRequest REQUEST = LabelRequest.of(Golden.LABEL).explicitOnly();

  private static Marked mark(String name, ExplicitLabel label) {
    return Marker.standard().mark(Golden.media(name), REQUEST.withExplicit(label));
  }

  @ParameterizedTest
  @CsvSource({
    "sample.mp4, H.264", "hevc.mp4, H.264", "av1.mp4, AV1", "sample.mov, H.264",
    "sample.mkv, H.264", "sample.webm, VP9", "sample.flv, H.264", "sample.avi, MPEG-4 part 2"
  })
  void showsTheLabelFromTheFirstFrame(String name, String codec) {
    Marked marked = mark(name, ExplicitLabel.standard().shownFor(Duration.ofSeconds(2)));
    AppliedLabel.Moving moving = (AppliedLabel.Moving) marked.labels().getFirst();
    assertThat(moving.codec()).isEqualTo(codec);
    assertThat(moving.picture().percent()).isGreaterThanOrEqualTo(5);
    assertThat(Tool.decodingErrors(marked.bytes(), Golden.extension(name))).isEmpty();
  }

  @Test
  void copiesTheSound() {
    Marked marked = mark("sample.mkv", ExplicitLabel.standard());
    assertThat(sound(marked.bytes())).isEqualTo(sound(Golden.bytes("sample.mkv")));
  }

  private static String sound(byte[] bytes) {
    return Tool.output(
        bytes,
        "mkv",
        "ffmpeg",
        "-v",
        "error",
        "-i",
        "FILE",
        "-map",
        "0:a",
        "-c",
        "copy",
        "-f",
        "streamhash",
        "-");
  }

  @Test
  void speaksOverTheSound() {
    Marked marked = mark("sample.mp4", ExplicitLabel.standard().withSpoken(true));
    assertThat(marked.labels()).hasSize(2).last().isInstanceOf(AppliedLabel.Sound.class);
    assertThat(Tool.decodingErrors(marked.bytes(), "mp4")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"sample.flac", "sample.ogg", "sample.opus", "sample.m4a"})
  void putsTheCueIntoTheSound(String name) {
    Marked marked =
        mark(name, ExplicitLabel.standard().at(Position.START, Position.MIDDLE, Position.END));
    assertThat(marked.labels()).hasSize(3);
    String extension = Golden.extension(name);
    double before = seconds(Golden.bytes(name), extension);
    double cue = ((AppliedLabel.Sound) marked.labels().getFirst()).length().toMillis() / 1000.0;
    assertThat(seconds(marked.bytes(), extension))
        .isBetween(before + 3 * cue - 0.2, before + 3 * cue + 0.2);
    assertThat(format(marked.bytes(), extension)).isEqualTo(format(Golden.bytes(name), extension));
  }

  @ParameterizedTest
  @CsvSource({"VOICE, 0.03", "VOICE, 0.1", "RHYTHM, 0.03", "RHYTHM, 0.2"})
  void makesTheCueOfAnMp3AsLoudAsTheFile(Cue cue, double volume) {
    byte[] file;
    try (Workshop workshop = new Workshop()) {
      List<String> line = new ArrayList<>(List.of("-f", "lavfi", "-i"));
      line.add("sine=f=500:d=3:r=44100,volume=" + 8 * volume * Math.sqrt(2));
      line.addAll(List.of("-c:a", "libmp3lame", "-b:a", "64k", workshop.path("a.mp3")));
      Ffmpeg.run(line);
      file = workshop.read("a.mp3");
    }
    Marked marked =
        Marker.standard()
            .mark(Media.of(file), REQUEST.withExplicit(ExplicitLabel.standard().withCue(cue)));
    double[] after = Hearing.samples(Source.of(marked.bytes()));
    double length = ((AppliedLabel.Sound) marked.labels().getFirst()).length().toMillis() / 1000.0;
    int cueSamples = (int) (length * 44_100);
    double own = Loudness.of(Arrays.copyOf(after, cueSamples), 44_100).level();
    double rest =
        Loudness.of(Arrays.copyOfRange(after, cueSamples + 4410, after.length), 44_100).level();
    assertThat(20 * Math.log10(own / rest)).isBetween(-1.2, 1.2);
    assertThat(Arrays.stream(after).map(Math::abs).max().orElseThrow()).isLessThan(1);
  }

  private static double seconds(byte[] bytes, String extension) {
    return Double.parseDouble(probe(bytes, extension, "format=duration"));
  }

  private static String format(byte[] bytes, String extension) {
    return probe(bytes, extension, "stream=sample_rate,channels");
  }

  private static String probe(byte[] bytes, String extension, String entries) {
    return Tool.output(
            bytes,
            extension,
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            entries,
            "-of",
            "csv=p=0",
            "FILE")
        .strip();
  }

  @Test
  void labelsAStillWebp() {
    Marked marked = mark("sample.webp", ExplicitLabel.standard());
    assertThat(Tool.decodingErrors(marked.bytes(), "webp")).isEmpty();
    assertThat(((AppliedLabel.Picture) marked.labels().getFirst()).percent())
        .isGreaterThanOrEqualTo(5);
  }
}

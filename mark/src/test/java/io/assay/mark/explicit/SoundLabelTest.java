package io.assay.mark.explicit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Cue;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.Golden;
import io.assay.mark.Media;
import io.assay.mark.Tool;
import io.assay.mark.riff.RiffChunks;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundLabelTest {
  @ParameterizedTest
  @CsvSource({
    "sample.wav, wav, VOICE", "sample.wav, wav, RHYTHM", "sample.rf64.wav, wav, VOICE",
    "mulaw.wav, wav, VOICE", "sample.mp3, mp3, VOICE", "sample.mp3, mp3, RHYTHM"
  })
  void growsByTheCuesAndStillDecodes(String name, String extension, Cue cue) {
    Media media = Golden.media(name);
    ExplicitLabel label = ExplicitLabel.standard().withCue(cue).at(Position.START, Position.END);
    Labeled labeled = Labelers.of(media.format()).label(media, label);
    byte[] bytes = labeled.media().source().bytes();
    assertThat(Tool.decodingErrors(bytes, extension)).isEmpty();
    double before = seconds(media.source().bytes(), extension);
    double cues =
        labeled.labels().stream()
                .map(applied -> ((AppliedLabel.Sound) applied).length())
                .reduce(Duration.ZERO, Duration::plus)
                .toMillis()
            / 1000.0;
    assertThat(seconds(bytes, extension)).isBetween(before + cues - 0.1, before + cues + 0.1);
    assertThat(((AppliedLabel.Sound) labeled.labels().get(1)).at())
        .isGreaterThan(Duration.ofMillis((long) (before * 1000)));
  }

  private static double seconds(byte[] bytes, String extension) {
    String printed =
        Tool.output(
            bytes,
            extension,
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "format=duration",
            "-of",
            "csv=p=0",
            "FILE");
    return Double.parseDouble(printed.strip());
  }

  @Test
  void keepsTheSamplesThatWereThere() {
    Media media = Golden.media("sample.wav");
    Labeled labeled = new WavLabeler().label(media, ExplicitLabel.standard());
    byte[] before = data(media);
    byte[] after = data(labeled.media());
    assertThat(Arrays.copyOfRange(after, after.length - before.length, after.length))
        .isEqualTo(before);
  }

  private static byte[] data(Media media) {
    var range = RiffChunks.read(media.source()).first("data").orElseThrow().data();
    return media.source().bytes(range.at(), range.length());
  }

  @Test
  void speaksAtNormalSpeed() {
    double[] voice = CueSound.at(Cue.VOICE, 22_050);
    int first = 0;
    while (Math.abs(voice[first]) < 0.01) {
      first++;
    }
    int last = voice.length - 1;
    while (Math.abs(voice[last]) < 0.01) {
      last--;
    }
    double charactersAMinute = 10 * 60.0 * 22_050 / (last - first);
    assertThat(charactersAMinute).isBetween(120.0, 160.0);
  }

  @Test
  void sounds_shortLongShortShort() {
    double[] rhythm = CueSound.at(Cue.RHYTHM, 48_000);
    StringBuilder beats = new StringBuilder();
    int block = 48_000 / 100;
    int run = 0;
    for (int at = 0; at + block <= rhythm.length; at += block) {
      boolean sounding = Arrays.stream(rhythm, at, at + block).map(Math::abs).max().orElse(0) > 0.1;
      if (sounding) {
        run++;
      } else if (run > 0) {
        beats.append(run > 30 ? '长' : '短');
        run = 0;
      }
    }
    assertThat(beats.toString()).isEqualTo("短长短短");
  }

  @Test
  void isAsLoudAsTheSoundItJoins() {
    double[] cue = Loudness.match(CueSound.at(Cue.VOICE, 16_000), 0.1, 16_000);
    Loudness measured = new Loudness();
    for (int at = 0; at + 1600 <= cue.length; at += 1600) {
      measured.add(Arrays.copyOfRange(cue, at, at + 1600));
    }
    assertThat(measured.level()).isBetween(0.08, 0.12);
  }
}

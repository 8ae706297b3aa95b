package io.assay.mark.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.audio.SoundDecoder;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegDecoderTest {
  private static final int RATE = 8_000;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @TempDir Path folder;

  /** Two seconds of a tone of 440 Hz. */
  private Media tone(Format format) throws Exception {
    var path = folder.resolve("tone." + format.extension());
    Ffmpeg.run(
        List.of("-f", "lavfi", "-i", "sine=frequency=440:duration=2:sample_rate=44100", "" + path));
    return new Media(Source.of(Files.readAllBytes(path)), format);
  }

  @Test
  void decodesAtTheWantedRate() throws Exception {
    for (var format : List.of(Format.WAV, Format.FLAC)) {
      var samples = SoundDecoder.byAny(tone(format), RATE, LONGEST).orElseThrow();
      assertThat(samples.length).as(format.name()).isBetween(2 * RATE - 100, 2 * RATE + 3_000);
      int crossings = 0;
      for (int i = 1; i < samples.length; i++) {
        crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
      }
      assertThat(crossings).as(format.name()).isBetween(870, 890);
    }
  }

  @Test
  void aLongerSound_isNotDecodedInPart() throws Exception {
    var tone = tone(Format.WAV);
    assertThatThrownBy(() -> SoundDecoder.byAny(tone, RATE, Duration.ofSeconds(1)))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("longer");
  }

  @Test
  void aListOfAddresses_isNoSound() {
    var list = "#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n".repeat(300);
    var media = new Media(Source.of(list.getBytes(StandardCharsets.US_ASCII)), Format.MP3);
    assertThatThrownBy(() -> SoundDecoder.byAny(media, RATE, LONGEST))
        .isInstanceOf(MarkException.class);
  }

  @Test
  void aFormatWithoutSound_isNotServed() {
    assertThat(SoundDecoder.byAny(new Media(Source.of(new byte[9]), Format.PNG), RATE, LONGEST))
        .isEmpty();
  }
}

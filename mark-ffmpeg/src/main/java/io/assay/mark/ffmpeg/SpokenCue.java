package io.assay.mark.ffmpeg;

import io.assay.mark.ExplicitLabel.Cue;
import io.assay.mark.audio.PcmFormat;
import io.assay.mark.container.Format;
import io.assay.mark.explicit.CueSound;
import io.assay.mark.riff.RiffChunks;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The audible cue as a file, and over the sound of a video. */
final class SpokenCue {
  private static final int RATE = 48_000;

  private SpokenCue() {}

  /** Adds the cue as the third input; gives the part of the filter that mixes it in. */
  static String add(Workshop workshop, Film film, Cue cue, List<String> line) {
    workshop.write("cue.wav", wav(CueSound.at(cue, RATE), RATE, 1));
    line.addAll(List.of("-i", workshop.path("cue.wav")));
    if (!film.sounds()) {
      return ";[2:a]apad=whole_dur=%.3f[a]".formatted(film.seconds());
    }
    return ";[0:a:0]volume=0.2:enable='lt(t,%.3f)'[s];[s][2:a]amix=inputs=2:duration=first:normalize=0[a]"
        .formatted(length(cue).toMillis() / 1000.0);
  }

  static Duration length(Cue cue) {
    return Duration.ofMillis(CueSound.at(cue, RATE).length * 1000L / RATE);
  }

  static String codec(Format container) {
    return switch (container) {
      case WEBM -> "libopus";
      case AVI -> "libmp3lame";
      default -> "aac";
    };
  }

  /** A WAV file of 32-bit floating point samples. */
  static byte[] wav(double[] samples, int rate, int channels) {
    PcmFormat format = new PcmFormat(PcmFormat.Coding.FLOAT_32, channels, rate, 4 * channels);
    byte[] header =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 3)
            .putShort((short) channels)
            .putInt(rate)
            .putInt(rate * format.frame())
            .putShort((short) format.frame())
            .putShort((short) 32)
            .array();
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes("WAVE".getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(RiffChunks.build("fmt ", header));
    form.writeBytes(RiffChunks.build("data", format.encode(samples)));
    return RiffChunks.build("RIFF", form.toByteArray());
  }
}

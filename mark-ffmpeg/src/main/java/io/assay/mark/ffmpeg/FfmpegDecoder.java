package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.audio.SoundDecoder;
import io.assay.mark.container.Format;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decodes sounds through FFmpeg, found by {@link java.util.ServiceLoader}. The reader is the one of
 * the format that was recognised and may open the given file alone, so that a list of addresses
 * under another name is not followed.
 */
public final class FfmpegDecoder implements SoundDecoder {
  private static final Duration LONGEST = Duration.ofMinutes(45);
  private static final String MOST_CPU_SECONDS = "60";

  @Override
  public Optional<float[]> decode(Media sound, int rate, Duration longest) {
    if (longest.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("at most " + LONGEST + " can be decoded, not " + longest);
    }
    return reader(sound.format()).map(reader -> decode(sound, reader, rate, longest));
  }

  private static float[] decode(Media sound, String reader, int rate, Duration longest) {
    float[] samples;
    try (Workshop workshop = new Workshop()) {
      samples = samples(run(workshop.input(sound), reader, rate, longest.toSeconds() + 1));
    }
    if (samples.length == 0) {
      throw MarkException.malformed("the file has no sound", 0);
    }
    if (samples.length > longest.toSeconds() * rate) {
      throw MarkException.limit("the sound lasts longer than " + longest, longest.toSeconds());
    }
    return samples;
  }

  private static byte[] run(String file, String reader, int rate, long seconds) {
    return Ffmpeg.run(
        List.of(
            "-timelimit",
            MOST_CPU_SECONDS,
            "-protocol_whitelist",
            "file",
            "-f",
            reader,
            "-i",
            file,
            "-map",
            "0:a:0",
            "-t",
            Long.toString(seconds),
            "-ac",
            "1",
            "-ar",
            Integer.toString(rate),
            "-f",
            "f32le",
            "-"));
  }

  private static float[] samples(byte[] pcm) {
    float[] samples = new float[pcm.length / Float.BYTES];
    ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
    return samples;
  }

  private static Optional<String> reader(Format format) {
    return switch (format) {
      case MP3 -> Optional.of("mp3");
      case WAV -> Optional.of("wav");
      case FLAC -> Optional.of("flac");
      case OGG -> Optional.of("ogg");
      case M4A -> Optional.of("mov");
      default -> Optional.empty();
    };
  }
}

package io.assay.gateway.decode;

import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.audio.SoundDecoder;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.review.audio.AudioFingerprint;
import io.assay.review.audio.SpectralFingerprint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Fingerprints sounds for comparison: WAV of 16 bits here, others by what {@link SoundDecoder}
 * finds. A sound that cannot be compared whole is not compared.
 */
public final class Sounds {
  /** The longest sound that is compared; policy. */
  public static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int SHORTEST = 4_096;

  private Sounds() {}

  /** The fingerprint of a sound; empty when it is another file, damaged or too long. */
  public static Optional<AudioFingerprint> fingerprint(byte[] file) {
    return fingerprint(file, LONGEST);
  }

  /** The same for sounds that last no longer than so long. */
  public static Optional<AudioFingerprint> fingerprint(byte[] file, Duration longest) {
    return wav(file, longest).or(() -> decoded(file, longest)).map(SpectralFingerprint::of);
  }

  private static Optional<float[]> decoded(byte[] file, Duration longest) {
    try {
      return Format.sniff(Source.of(file))
          .filter(format -> format.kind() == Format.Kind.AUDIO)
          .flatMap(
              format ->
                  SoundDecoder.byAny(
                      new Media(Source.of(file), format), SpectralFingerprint.RATE, longest))
          .map(samples -> Arrays.copyOf(samples, Math.max(samples.length, SHORTEST)));
    } catch (MarkException damaged) {
      return Optional.empty();
    }
  }

  /** The samples of a WAV file of 16 bits. */
  private static Optional<float[]> wav(byte[] file, Duration longest) {
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < RIFF_HEADER
        || !"RIFF".equals(name(file, 0))
        || !"WAVE".equals(name(file, 8))) {
      return Optional.empty();
    }
    int channels = 0;
    int rate = 0;
    for (long at = RIFF_HEADER; at + CHUNK_HEADER <= file.length; ) {
      int start = (int) at + CHUNK_HEADER;
      long size = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
      int end = (int) Math.min(file.length, start + size);
      var chunk = name(file, (int) at);
      if (chunk.equals("fmt ") && end - start >= 16) {
        boolean sixteenBits = bytes.getShort(start) == 1 && bytes.getShort(start + 14) == 16;
        channels = sixteenBits ? bytes.getShort(start + 2) : 0;
        rate = bytes.getInt(start + 4);
      } else if (chunk.equals("data")) {
        return samples(bytes, start, end, channels, rate, longest);
      }
      at = start + size + (size & 1);
    }
    return Optional.empty();
  }

  /** One channel at the fingerprint's rate, each sample the mean of those it stands for. */
  private static Optional<float[]> samples(
      ByteBuffer bytes, int start, int end, int channels, int rate, Duration longest) {
    if (channels < 1 || rate < SpectralFingerprint.RATE) {
      return Optional.empty();
    }
    int frames = (end - start) / (2 * channels);
    int count = (int) ((long) frames * SpectralFingerprint.RATE / rate);
    if (frames == 0 || frames > rate * longest.toSeconds()) {
      return Optional.empty();
    }
    var samples = new float[Math.max(count, SHORTEST)];
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * rate / SpectralFingerprint.RATE);
      int to = Math.max(from + 1, (int) ((i + 1L) * rate / SpectralFingerprint.RATE));
      float sum = 0;
      for (int frame = from; frame < to; frame++) {
        for (int channel = 0; channel < channels; channel++) {
          sum += bytes.getShort(start + 2 * (frame * channels + channel));
        }
      }
      samples[i] = sum / ((to - from) * channels * 32_768f);
    }
    return Optional.of(samples);
  }

  private static String name(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }
}

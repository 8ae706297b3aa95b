package io.assay.gateway.exchange;

import io.assay.review.audio.AudioFingerprint;
import io.assay.review.audio.SpectralFingerprint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Fingerprints a sound for comparison. */
final class ReviewSound {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int SHORTEST = 4_096;

  private ReviewSound() {}

  /** The fingerprint of a WAV file of 16-bit samples; empty when it is another or damaged. */
  static Optional<AudioFingerprint> fingerprint(byte[] file) {
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
        return channels < 1 || rate < SpectralFingerprint.RATE
            ? Optional.empty()
            : Optional.of(SpectralFingerprint.of(samples(bytes, start, end, channels, rate)));
      }
      at = start + size + (size & 1);
    }
    return Optional.empty();
  }

  /** One channel at the fingerprint's rate, each sample the mean of those it stands for. */
  private static float[] samples(ByteBuffer bytes, int start, int end, int channels, int rate) {
    int frames = (end - start) / (2 * channels);
    int count = (int) ((long) frames * SpectralFingerprint.RATE / rate);
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
    return samples;
  }

  private static String name(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }
}

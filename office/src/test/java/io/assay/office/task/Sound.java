package io.assay.office.task;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Sounds that are made for tests. */
public final class Sound {
  private static final int RATE = 11_025;
  private static final int HEADER = 44;

  private Sound() {}

  /** Noise whose loudness wanders, the same for the same seed. */
  public static short[] noise(long seed, int seconds) {
    Random random = new Random(seed);
    short[] samples = new short[RATE * seconds];
    double[] tones = random.doubles(12, 250, 2_200).toArray();
    double[] loud = new double[tones.length];
    for (int i = 0; i < samples.length; i++) {
      if (i % (RATE / 8) == 0) {
        loud = random.doubles(tones.length).toArray();
      }
      double sum = 0;
      for (int tone = 0; tone < tones.length; tone++) {
        sum += loud[tone] * Math.sin(2 * Math.PI * tones[tone] * i / RATE);
      }
      samples[i] = (short) (sum * 2_000);
    }
    return samples;
  }

  public static short[] joined(short[] one, short[] other) {
    short[] all = new short[one.length + other.length];
    System.arraycopy(one, 0, all, 0, one.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  /** A WAV file of one channel and 16 bits. */
  public static byte[] wav(short[] samples) {
    int size = 2 * samples.length;
    ByteBuffer file = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(36 + size).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(size);
    for (short sample : samples) {
      file.putShort(sample);
    }
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

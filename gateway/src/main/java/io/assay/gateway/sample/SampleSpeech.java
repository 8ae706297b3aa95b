package io.assay.gateway.sample;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Speech-like sound: a buzzing voice through two moving formants, one syllable a character. */
final class SampleSpeech {
  private static final int RATE = 24_000;
  private static final int SYLLABLE = RATE / 6;
  private static final int LONGEST = 240;
  private static final double[][] FORMANTS = {
    {730, 1090}, {270, 2290}, {300, 870}, {530, 1840}, {570, 840}, {440, 1020},
  };

  private SampleSpeech() {}

  /** 16-bit mono samples at 24 kHz. */
  static short[] speak(String text) {
    var codePoints = text.strip().codePoints().limit(LONGEST).toArray();
    var samples = new short[Math.max(1, codePoints.length) * SYLLABLE];
    for (int i = 0; i < codePoints.length; i++) {
      if (Character.isLetterOrDigit(codePoints[i])) {
        syllable(samples, i * SYLLABLE, codePoints[i]);
      }
    }
    return samples;
  }

  private static void syllable(short[] samples, int from, int codePoint) {
    var formants = FORMANTS[Math.floorMod(codePoint, FORMANTS.length)];
    double pitch = 110 + 5 * Math.floorMod(codePoint / 7, 8);
    for (int i = 0; i < SYLLABLE; i++) {
      double t = (double) i / RATE;
      double part = (double) i / SYLLABLE;
      double envelope = Math.sin(Math.PI * part);
      double voice = 0;
      for (int harmonic = 1; harmonic <= 24; harmonic++) {
        double frequency = harmonic * pitch * (1 - 0.08 * part);
        double gain = near(frequency, formants[0]) + 0.5 * near(frequency, formants[1]);
        voice += gain * Math.sin(2 * Math.PI * frequency * t) / harmonic;
      }
      samples[from + i] = (short) (Math.clamp(voice * envelope * 0.5, -1, 1) * 20_000);
    }
  }

  private static double near(double frequency, double formant) {
    double off = (frequency - formant) / 180;
    return 0.15 + 2 / (1 + off * off);
  }

  static byte[] wav(short[] samples) {
    var out = new ByteArrayOutputStream();
    var stream =
        new AudioInputStream(new ByteArrayInputStream(pcm(samples)), format(), samples.length);
    try {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, out);
    } catch (IOException e) {
      throw SampleUpstream.broken(e);
    }
    return out.toByteArray();
  }

  static byte[] mp3(short[] samples) {
    var encoder = new LameEncoder(format(), 64, LameEncoder.CHANNEL_MODE_MONO, 5, false);
    try {
      var pcm = pcm(samples);
      var out = new ByteArrayOutputStream();
      var buffer = new byte[encoder.getMP3BufferSize()];
      int step = encoder.getPCMBufferSize();
      for (int from = 0; from < pcm.length; from += step) {
        int length = Math.min(step, pcm.length - from);
        out.write(buffer, 0, encoder.encodeBuffer(pcm, from, length, buffer));
      }
      out.writeBytes(Arrays.copyOf(buffer, encoder.encodeFinish(buffer)));
      return out.toByteArray();
    } finally {
      encoder.close();
    }
  }

  private static AudioFormat format() {
    return new AudioFormat(RATE, 16, 1, true, false);
  }

  private static byte[] pcm(short[] samples) {
    var bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }
}

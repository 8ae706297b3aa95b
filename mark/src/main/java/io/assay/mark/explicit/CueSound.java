package io.assay.mark.explicit;

import io.assay.mark.ExplicitLabel.Cue;
import io.assay.mark.audio.Companding;
import io.assay.mark.container.Source;
import io.assay.mark.riff.RiffChunks;
import io.assay.mark.riff.RiffChunks.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The audible label as one channel of samples between -1 and 1, at any sample rate. */
public final class CueSound {
  private static final int VOICE_RATE = 22_050;
  private static final double TONE = 800;
  private static final double UNIT = 0.15;
  private static final double EDGE = 0.005;
  private static final double SILENCE = 0.1;
  private static final int REACH = 16;

  private static final Set<Integer> COMMON_RATES =
      Set.of(8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000);
  private static final Map<Integer, double[]> SPOKEN = new ConcurrentHashMap<>();

  /** The beats of A and I in Morse: when a tone starts and how long it lasts, in units. */
  private static final double[][] BEATS = {{0, 1}, {2, 3}, {8, 1}, {10, 1}};

  private CueSound() {}

  /** The cue at {@code rate} samples a second, with silence before and behind. */
  public static double[] at(Cue cue, int rate) {
    return switch (cue) {
      case VOICE -> voice(rate);
      case RHYTHM -> rhythm(rate);
    };
  }

  private static double[] voice(int rate) {
    return COMMON_RATES.contains(rate)
        ? SPOKEN.computeIfAbsent(rate, each -> resample(voice(), VOICE_RATE, each)).clone()
        : resample(voice(), VOICE_RATE, rate);
  }

  private static double[] rhythm(int rate) {
    double[] out = new double[(int) Math.round((2 * SILENCE + 11 * UNIT) * rate)];
    for (double[] beat : BEATS) {
      int from = (int) Math.round((SILENCE + beat[0] * UNIT) * rate);
      int length = (int) Math.round(beat[1] * UNIT * rate);
      for (int i = 0; i < length; i++) {
        double edge = Math.min(1, Math.min(i, length - i) / (EDGE * rate));
        out[from + i] = 0.5 * edge * Math.sin(2 * Math.PI * TONE * i / rate);
      }
    }
    return out;
  }

  private static double[] voice() {
    Source file = Source.of(asset("voice.wav"));
    Chunk data = RiffChunks.read(file).first("data").orElseThrow();
    byte[] codes = file.bytes(data.data().at(), data.data().length());
    double[] samples = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      samples[i] = Companding.fromMuLaw(codes[i]);
    }
    return samples;
  }

  static byte[] asset(String name) {
    try (InputStream in = CueSound.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Resamples by a windowed sinc that passes what both rates can carry. */
  static double[] resample(double[] samples, int from, int to) {
    if (from == to) {
      return samples;
    }
    double[] out = new double[(int) ((long) samples.length * to / from)];
    double pass = Math.min(1, (double) to / from);
    int reach = (int) Math.ceil(REACH / pass);
    for (int i = 0; i < out.length; i++) {
      double centre = (double) i * from / to;
      int first = Math.max(0, (int) centre - reach + 1);
      int last = Math.min(samples.length - 1, (int) centre + reach);
      double sum = 0;
      for (int k = first; k <= last; k++) {
        double distance = k - centre;
        double window = 0.5 + 0.5 * Math.cos(Math.PI * distance / reach);
        sum += samples[k] * sinc(distance * pass) * pass * window;
      }
      out[i] = sum;
    }
    return out;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}

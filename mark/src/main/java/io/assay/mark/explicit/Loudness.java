package io.assay.mark.explicit;

import java.util.Arrays;

/** How loud a sound is: the mean power of its parts that are not silence, as amplitude. */
public final class Loudness {
  private static final double GATE = 0.001;
  private static final double QUIETEST = 0.025;
  private static final double LOUDEST = 0.25;
  private static final double PEAK = 0.89;

  private final double gate = GATE * GATE;
  private double power;
  private long blocks;

  /** Takes one block of samples into account. */
  public void add(double[] block) {
    double mean = Arrays.stream(block).map(v -> v * v).average().orElse(0);
    if (mean > gate) {
      power += mean;
      blocks++;
    }
  }

  /** The level of a cue beside this sound: as loud, but never too faint to hear nor startling. */
  public double level() {
    double level = blocks == 0 ? LOUDEST / 2 : Math.sqrt(power / blocks);
    return Math.clamp(level, QUIETEST, LOUDEST);
  }

  /** How loud a whole sound of one channel is. */
  public static Loudness of(double[] samples, int rate) {
    Loudness loudness = new Loudness();
    int block = Math.max(1, rate / 10);
    for (int at = 0; at + block <= samples.length; at += block) {
      loudness.add(Arrays.copyOfRange(samples, at, at + block));
    }
    return loudness;
  }

  /** What the samples of a cue are multiplied by to bring it to {@code level} without clipping. */
  public static double gain(double[] cue, double level, int rate) {
    Loudness own = of(cue, rate);
    double peak = Arrays.stream(cue).map(Math::abs).max().orElse(1);
    return Math.min(level / Math.sqrt(own.power / Math.max(1, own.blocks)), PEAK / peak);
  }

  /** The cue brought to {@code level} without clipping. */
  public static double[] match(double[] cue, double level, int rate) {
    double gain = gain(cue, level, rate);
    return Arrays.stream(cue).map(v -> v * gain).toArray();
  }
}

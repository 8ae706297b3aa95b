package io.assay.review.audio;

/**
 * Makes fingerprints from the energy of 33 bands of the spectrum: a bit tells whether the
 * difference between two neighbouring bands grew since the frame before.
 *
 * <p>It survives re-encoding, loudness and noise, not a change of speed or pitch nor another voice
 * reading the same words. Sound is taken as one channel of samples at {@value #RATE} Hz.
 *
 * <p>Source: Haitsma and Kalker, A Highly Robust Audio Fingerprinting System, 2002.
 */
public final class SpectralFingerprint {

  /** The samples a second that a sound must have. */
  public static final int RATE = 5512;

  /** The time from one sub-fingerprint to the next, in microseconds. */
  public static final int MICROS_APART = 11_611;

  private static final int FRAME = 2048;
  private static final int HOP = 64;
  private static final int BANDS = 33;
  private static final double LOWEST = 300;
  private static final double HIGHEST = 2000;
  private static final double[] WINDOW = window();
  private static final int[] EDGES = edges();

  private SpectralFingerprint() {}

  /**
   * Fingerprints a sound.
   *
   * @param samples one channel at {@value #RATE} Hz, each from -1 to 1
   * @throws IllegalArgumentException if the sound is shorter than two frames
   */
  public static AudioFingerprint of(float[] samples) {
    int frames = (samples.length - FRAME) / HOP + 1;
    if (frames < 2) {
      throw new IllegalArgumentException(
          "a sound of %d samples is too short; %d make a fingerprint"
              .formatted(samples.length, FRAME + HOP));
    }
    int[] subs = new int[frames - 1];
    double[] before = energies(samples, 0);
    for (int frame = 1; frame < frames; frame++) {
      double[] now = energies(samples, frame * HOP);
      subs[frame - 1] = bits(before, now);
      before = now;
    }
    return new AudioFingerprint(subs, MICROS_APART);
  }

  private static int bits(double[] before, double[] now) {
    int bits = 0;
    for (int band = 0; band < BANDS - 1; band++) {
      double change = now[band] - now[band + 1] - (before[band] - before[band + 1]);
      bits = bits << 1 | (change > 0 ? 1 : 0);
    }
    return bits;
  }

  private static double[] energies(float[] samples, int from) {
    double[] real = new double[FRAME];
    double[] imaginary = new double[FRAME];
    for (int i = 0; i < FRAME; i++) {
      real[i] = samples[from + i] * WINDOW[i];
    }
    Fourier.transform(real, imaginary);
    double[] energies = new double[BANDS];
    for (int band = 0; band < BANDS; band++) {
      for (int bin = EDGES[band]; bin < EDGES[band + 1]; bin++) {
        energies[band] += real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
      }
    }
    return energies;
  }

  private static double[] window() {
    double[] window = new double[FRAME];
    for (int i = 0; i < FRAME; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME);
    }
    return window;
  }

  private static int[] edges() {
    int[] edges = new int[BANDS + 1];
    for (int band = 0; band <= BANDS; band++) {
      double frequency = LOWEST * Math.pow(HIGHEST / LOWEST, (double) band / BANDS);
      edges[band] = (int) Math.round(frequency * FRAME / RATE);
    }
    return edges;
  }
}

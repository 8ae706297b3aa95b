package io.assay.review.audio;

/** The discrete Fourier transform in place, by Cooley and Tukey, 1965. */
final class Fourier {

  private Fourier() {}

  /** Transforms arrays whose length is a power of two. */
  static void transform(double[] real, double[] imaginary) {
    int size = real.length;
    reorder(real, imaginary);
    for (int half = 1; half < size; half *= 2) {
      double step = -Math.PI / half;
      for (int k = 0; k < half; k++) {
        double cosine = Math.cos(step * k);
        double sine = Math.sin(step * k);
        for (int even = k; even < size; even += 2 * half) {
          int odd = even + half;
          double r = real[odd] * cosine - imaginary[odd] * sine;
          double i = real[odd] * sine + imaginary[odd] * cosine;
          real[odd] = real[even] - r;
          imaginary[odd] = imaginary[even] - i;
          real[even] += r;
          imaginary[even] += i;
        }
      }
    }
  }

  private static void reorder(double[] real, double[] imaginary) {
    int bits = Integer.numberOfTrailingZeros(real.length);
    for (int i = 0; i < real.length; i++) {
      int j = Integer.reverse(i) >>> (32 - bits);
      if (j > i) {
        double r = real[i];
        real[i] = real[j];
        real[j] = r;
        double im = imaginary[i];
        imaginary[i] = imaginary[j];
        imaginary[j] = im;
      }
    }
  }
}

package io.assay.review.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The PDQ hash of a picture: which of its 256 lowest frequencies are above their median.
 *
 * <p>For pictures of quality 80 and more the hash is within 10 bits of the reference
 * implementation's. Pictures whose hashes differ in at most {@value #MATCH} bits are taken to be
 * the same; a picture of quality {@value #WORTHLESS} or less has too little detail to be compared.
 *
 * <p>Source: Facebook, The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm,
 * 2019.
 *
 * @param quality from 0 to 100
 */
public record Pdq(Hash256 hash, int quality) {

  /** The customary largest distance of a match. */
  public static final int MATCH = 31;

  /** The customary highest quality that is discarded. */
  public static final int WORTHLESS = 49;

  private static final int SMALLEST = 5;
  private static final int SIDE = 64;
  private static final int LOW = 16;
  private static final float[] COSINES = cosines();

  /** Hashes a picture. */
  public static Pdq of(Luma luma) {
    return dihedral(luma).getFirst();
  }

  /**
   * Hashes a picture as it is, turned by 90, 180 and 270 degrees, and mirrored along the
   * horizontal, the vertical and both diagonals: eight hashes of one quality.
   */
  public static List<Pdq> dihedral(Luma luma) {
    if (luma.width() < SMALLEST || luma.height() < SMALLEST) {
      return List.copyOf(Collections.nCopies(8, new Pdq(new Hash256(0, 0, 0, 0), 0)));
    }
    float[] small = Downsampling.to64(luma);
    int quality = quality(small);
    float[] spectrum = spectrum(small);
    List<Pdq> hashes = new ArrayList<>(8);
    for (Dihedral turn : Dihedral.values()) {
      hashes.add(new Pdq(bits(turn.of(spectrum)), quality));
    }
    return hashes;
  }

  private static int quality(float[] small) {
    int sum = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int at = y * SIDE + x;
        if (y + 1 < SIDE) {
          sum += Math.abs((int) ((small[at] - small[at + SIDE]) * 100 / 255));
        }
        if (x + 1 < SIDE) {
          sum += Math.abs((int) ((small[at] - small[at + 1]) * 100 / 255));
        }
      }
    }
    return Math.min(100, sum / 90);
  }

  private static float[] spectrum(float[] small) {
    float[] half = new float[LOW * SIDE];
    for (int i = 0; i < LOW; i++) {
      for (int k = 0; k < SIDE; k++) {
        float cosine = COSINES[i * SIDE + k];
        for (int j = 0; j < SIDE; j++) {
          half[i * SIDE + j] += cosine * small[k * SIDE + j];
        }
      }
    }
    float[] spectrum = new float[LOW * LOW];
    for (int i = 0; i < LOW; i++) {
      for (int j = 0; j < LOW; j++) {
        float sum = 0;
        for (int k = 0; k < SIDE; k++) {
          sum += half[i * SIDE + k] * COSINES[j * SIDE + k];
        }
        spectrum[i * LOW + j] = sum;
      }
    }
    return spectrum;
  }

  private static Hash256 bits(float[] spectrum) {
    float[] sorted = spectrum.clone();
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2 - 1];
    long[] words = new long[4];
    for (int i = 0; i < spectrum.length; i++) {
      if (spectrum[i] > median) {
        words[i >> 6] |= 1L << i;
      }
    }
    return new Hash256(words[0], words[1], words[2], words[3]);
  }

  private static float[] cosines() {
    float[] cosines = new float[LOW * SIDE];
    float scale = (float) Math.sqrt(2.0 / SIDE);
    for (int i = 0; i < LOW; i++) {
      for (int j = 0; j < SIDE; j++) {
        cosines[i * SIDE + j] =
            (float) (scale * Math.cos(Math.PI / 2 / SIDE * (i + 1) * (2 * j + 1)));
      }
    }
    return cosines;
  }
}

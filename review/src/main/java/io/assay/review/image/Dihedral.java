package io.assay.review.image;

/**
 * The ways to turn and mirror a picture, done on its cosine spectrum: a mirrored axis negates every
 * other frequency along it, a turn also swaps the axes.
 */
enum Dihedral {
  ORIGINAL(false, false, false),
  TURNED_90(true, false, true),
  TURNED_180(false, true, true),
  TURNED_270(true, true, false),
  UPSIDE_DOWN(false, false, true),
  LEFT_TO_RIGHT(false, true, false),
  TRANSPOSED(true, false, false),
  TRANSVERSED(true, true, true);

  private static final int SIDE = 16;

  private final boolean swapped;
  private final boolean acrossMirrored;
  private final boolean downMirrored;

  Dihedral(boolean swapped, boolean acrossMirrored, boolean downMirrored) {
    this.swapped = swapped;
    this.acrossMirrored = acrossMirrored;
    this.downMirrored = downMirrored;
  }

  float[] of(float[] spectrum) {
    float[] turned = new float[spectrum.length];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float value = swapped ? spectrum[x * SIDE + y] : spectrum[y * SIDE + x];
        boolean negated = (acrossMirrored && (x & 1) == 0) ^ (downMirrored && (y & 1) == 0);
        turned[y * SIDE + x] = negated ? -value : value;
      }
    }
    return turned;
  }
}

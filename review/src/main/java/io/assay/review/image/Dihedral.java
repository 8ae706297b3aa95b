package io.assay.review.image;

/**
 * The ways to turn and mirror a picture, done on its cosine spectrum: a mirrored axis negates every
 * other frequency along it, a turn also swaps the axes. In the order of {@link Pdq#dihedral}.
 */
public enum Dihedral {
  ORIGINAL("as it is", false, false, false),
  TURNED_90("turned by 90 degrees", true, false, true),
  TURNED_180("turned by 180 degrees", false, true, true),
  TURNED_270("turned by 270 degrees", true, true, false),
  UPSIDE_DOWN("mirrored along the horizontal", false, false, true),
  LEFT_TO_RIGHT("mirrored along the vertical", false, true, false),
  TRANSPOSED("mirrored along the diagonal", true, false, false),
  TRANSVERSED("mirrored along the other diagonal", true, true, true);

  private static final int SIDE = 16;

  private final String text;
  private final boolean swapped;
  private final boolean acrossMirrored;
  private final boolean downMirrored;

  Dihedral(String text, boolean swapped, boolean acrossMirrored, boolean downMirrored) {
    this.text = text;
    this.swapped = swapped;
    this.acrossMirrored = acrossMirrored;
    this.downMirrored = downMirrored;
  }

  /** What was done to the picture, in English. */
  public String text() {
    return text;
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

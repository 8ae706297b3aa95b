package io.assay.mark.explicit;

/**
 * The colours of a label: ink on a plate that lets the picture through as far as the ink stays
 * legible.
 *
 * @param light whether the plate is light and the ink dark
 * @param opacity of the plate, 0 to 1
 */
record Plate(boolean light, double opacity) {
  private static final double THINNEST = 0.5;

  /**
   * The plate that lets most through while ink and plate keep {@code contrast} (WCAG 2.2, 1.4.3)
   * over every shade from {@code darkest} to {@code lightest}, 0 to 255.
   */
  static Plate over(double darkest, double lightest, double contrast) {
    boolean light = darkest + lightest > 255;
    double opacity = THINNEST;
    while (opacity < 1 && new Plate(light, opacity).contrast(darkest, lightest) < contrast) {
      opacity = Math.min(1, opacity + 0.05);
    }
    return new Plate(light, opacity);
  }

  private double contrast(double darkest, double lightest) {
    double worst = light ? darkest : lightest;
    double plate = linear(worst * (1 - opacity) + (light ? 255 : 0) * opacity) + 0.05;
    double ink = linear(light ? 0 : 255) + 0.05;
    return Math.max(plate, ink) / Math.min(plate, ink);
  }

  private static double linear(double shade) {
    double share = shade / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** A pixel with the plate and, as far as {@code ink} covers it, the ink painted over it. */
  int paint(int under, double ink) {
    int plate = light ? 255 : 0;
    int text = 255 - plate;
    double alpha = (under >>> 24) / 255.0;
    double cover = opacity + ink * (1 - opacity);
    double shade = (plate * opacity * (1 - ink) + text * ink) / Math.max(cover, 1e-9);
    double outAlpha = cover + alpha * (1 - cover);
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double below = (under >> shift & 0xff) * alpha * (1 - cover);
      rgb |= (int) Math.round((shade * cover + below) / outAlpha) << shift;
    }
    return (int) Math.round(outAlpha * 255) << 24 | rgb;
  }
}

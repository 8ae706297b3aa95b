package io.assay.review.classifier;

/**
 * Turns a margin into a probability by a fitted sigmoid.
 *
 * <p>Source: Platt, Probabilistic Outputs for Support Vector Machines, 1999; fitted as in Lin, Lin
 * and Weng, A Note on Platt's Probabilistic Outputs, 2007.
 */
record Calibration(double slope, double offset) {

  private static final int STEPS = 100;
  private static final double RIDGE = 1e-12;
  private static final double ENOUGH = 1e-5;

  double score(double margin) {
    return sigmoid(slope * margin + offset);
  }

  static Calibration fit(double[] margins, boolean[] positive) {
    int positives = 0;
    for (boolean one : positive) {
      positives += one ? 1 : 0;
    }
    int negatives = positive.length - positives;
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1 / (negatives + 2.0);
    double slope = 0;
    double offset = Math.log((positives + 1.0) / (negatives + 1.0));
    double loss = loss(margins, positive, high, low, slope, offset);
    for (int step = 0; step < STEPS; step++) {
      double g1 = 0;
      double g2 = 0;
      double h11 = RIDGE;
      double h22 = RIDGE;
      double h12 = 0;
      for (int i = 0; i < margins.length; i++) {
        double p = sigmoid(slope * margins[i] + offset);
        double error = p - (positive[i] ? high : low);
        double curve = p * (1 - p);
        g1 += error * margins[i];
        g2 += error;
        h11 += curve * margins[i] * margins[i];
        h22 += curve;
        h12 += curve * margins[i];
      }
      if (Math.abs(g1) < ENOUGH && Math.abs(g2) < ENOUGH) {
        break;
      }
      double determinant = h11 * h22 - h12 * h12;
      double down1 = -(h22 * g1 - h12 * g2) / determinant;
      double down2 = -(h11 * g2 - h12 * g1) / determinant;
      double length = 1;
      double found = loss;
      while (length > 1e-10) {
        found = loss(margins, positive, high, low, slope + length * down1, offset + length * down2);
        if (found < loss) {
          break;
        }
        length /= 2;
      }
      if (!(found < loss)) {
        break;
      }
      slope += length * down1;
      offset += length * down2;
      loss = found;
    }
    return new Calibration(Math.max(0, slope), offset);
  }

  static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  private static double loss(
      double[] margins, boolean[] positive, double high, double low, double slope, double offset) {
    double loss = 0;
    for (int i = 0; i < margins.length; i++) {
      double x = slope * margins[i] + offset;
      double target = positive[i] ? high : low;
      double softplus = x >= 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
      loss += softplus - target * x;
    }
    return loss;
  }
}

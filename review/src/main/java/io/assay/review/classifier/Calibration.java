package io.assay.review.classifier;

import java.util.Arrays;

/**
 * Turns a margin into a probability by a fitted sigmoid.
 *
 * <p>Source: Platt, Probabilistic Outputs for Support Vector Machines, 1999; fitted as in Lin, Lin
 * and Weng, A Note on Platt's Probabilistic Outputs, 2007.
 */
record Calibration(double slope, double offset) {

  private static final int STEPS = 100;
  private static final double RIDGE = 1e-12;
  private static final double ENOUGH = 1e-9;
  private static final double SHORTEST = 1e-10;

  double score(double margin) {
    return sigmoid(slope * margin + offset);
  }

  static Calibration fit(double[] margins, boolean[] positive) {
    double[] targets = targets(positive);
    double share = Arrays.stream(targets).average().orElse(0.5);
    Calibration fitted = new Calibration(0, Math.log(share / (1 - share)));
    for (int step = 0; step < STEPS; step++) {
      Calibration better = fitted.step(margins, targets);
      if (!(better.loss(margins, targets) < fitted.loss(margins, targets) - ENOUGH)) {
        break;
      }
      fitted = better;
    }
    return new Calibration(Math.max(0, fitted.slope()), fitted.offset());
  }

  /** One step of Newton's method, shortened until it helps. */
  private Calibration step(double[] margins, double[] targets) {
    double g1 = 0;
    double g2 = 0;
    double h11 = RIDGE;
    double h22 = RIDGE;
    double h12 = 0;
    for (int i = 0; i < margins.length; i++) {
      double p = score(margins[i]);
      double error = p - targets[i];
      double curve = p * (1 - p);
      g1 += error * margins[i];
      g2 += error;
      h11 += curve * margins[i] * margins[i];
      h22 += curve;
      h12 += curve * margins[i];
    }
    double determinant = h11 * h22 - h12 * h12;
    double down1 = -(h22 * g1 - h12 * g2) / determinant;
    double down2 = -(h11 * g2 - h12 * g1) / determinant;
    double loss = loss(margins, targets);
    for (double length = 1; length > SHORTEST; length /= 2) {
      Calibration next = new Calibration(slope + length * down1, offset + length * down2);
      if (next.loss(margins, targets) < loss) {
        return next;
      }
    }
    return this;
  }

  private double loss(double[] margins, double[] targets) {
    double loss = 0;
    for (int i = 0; i < margins.length; i++) {
      double x = slope * margins[i] + offset;
      loss += Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))) - targets[i] * x;
    }
    return loss;
  }

  /** The labels drawn in from 0 and 1, so that no finite sample fits them perfectly. */
  private static double[] targets(boolean[] positive) {
    int positives = 0;
    for (boolean one : positive) {
      positives += one ? 1 : 0;
    }
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1 / (positive.length - positives + 2.0);
    double[] targets = new double[positive.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = positive[i] ? high : low;
    }
    return targets;
  }

  static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }
}

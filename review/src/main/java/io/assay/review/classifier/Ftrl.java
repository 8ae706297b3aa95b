package io.assay.review.classifier;

import io.assay.review.classifier.LinearTraining.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns the weights of one label with the FTRL-Proximal update.
 *
 * <p>Source: McMahan et al., Ad Click Prediction: a View from the Trenches, 2013.
 */
final class Ftrl {

  private static final double ALPHA = 0.5;
  private static final double BETA = 1;
  private static final double L1 = 0.02;
  private static final double L2 = 0.1;

  private final double[] z;
  private final double[] n;

  private Ftrl(int bits) {
    z = new double[(1 << bits) + 1];
    n = new double[(1 << bits) + 1];
  }

  static LinearLabel train(List<Example> examples, String label, Settings settings) {
    Ftrl state = new Ftrl(settings.bits());
    SplittableRandom random = new SplittableRandom(settings.seed());
    int[] order = new int[examples.size()];
    Arrays.setAll(order, i -> i);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      shuffle(order, random);
      for (int i : order) {
        Example example = examples.get(i);
        state.learn(example.indexes(), example.labels().contains(label));
      }
    }
    return state.weights();
  }

  private void learn(int[] indexes, boolean positive) {
    double value = Ngrams.value(indexes.length);
    int bias = z.length - 1;
    double margin = weight(bias);
    for (int index : indexes) {
      margin += weight(index) * value;
    }
    double error = Calibration.sigmoid(margin) - (positive ? 1 : 0);
    for (int index : indexes) {
      update(index, error * value);
    }
    update(bias, error);
  }

  private void update(int index, double gradient) {
    double squared = gradient * gradient;
    double rate = (Math.sqrt(n[index] + squared) - Math.sqrt(n[index])) / ALPHA;
    z[index] += gradient - rate * weight(index);
    n[index] += squared;
  }

  private double weight(int index) {
    double sum = z[index];
    double kept = Math.abs(sum) - L1;
    if (kept <= 0) {
      return 0;
    }
    return -Math.signum(sum) * kept / ((BETA + Math.sqrt(n[index])) / ALPHA + L2);
  }

  private LinearLabel weights() {
    int bias = z.length - 1;
    int[] indexes = new int[bias];
    float[] weights = new float[bias];
    int used = 0;
    for (int i = 0; i < bias; i++) {
      float weight = (float) weight(i);
      if (weight != 0) {
        indexes[used] = i;
        weights[used++] = weight;
      }
    }
    return new LinearLabel(
        Arrays.copyOf(indexes, used),
        Arrays.copyOf(weights, used),
        weight(bias),
        new Calibration(1, 0));
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }
}

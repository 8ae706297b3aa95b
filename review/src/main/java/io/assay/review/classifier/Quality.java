package io.assay.review.classifier;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a label's scores are worth on decisions that neither trained nor calibrated it.
 *
 * @param area the chance that a random positive scores above a random negative, 0.5 for ties
 * @param brier the mean squared error of the score, 0 at best
 */
public record Quality(int positives, int negatives, double area, double brier) {

  static Quality of(LinearLabel weights, List<Example> part, String label) {
    Scored[] scored =
        part.stream()
            .map(e -> new Scored(weights.score(e.indexes()), e.labels().contains(label)))
            .sorted(Comparator.comparingDouble(Scored::score))
            .toArray(Scored[]::new);
    int positives = (int) Arrays.stream(scored).filter(Scored::positive).count();
    int negatives = scored.length - positives;
    double squares = 0;
    for (Scored one : scored) {
      double error = one.score() - (one.positive() ? 1 : 0);
      squares += error * error;
    }
    double pairs = (double) positives * negatives;
    double area = pairs == 0 ? 0.5 : wins(scored) / pairs;
    return new Quality(positives, negatives, area, squares / Math.max(1, scored.length));
  }

  private static double wins(Scored[] scored) {
    double wins = 0;
    long below = 0;
    for (int from = 0; from < scored.length; ) {
      int to = from;
      long positive = 0;
      while (to < scored.length && scored[to].score() == scored[from].score()) {
        positive += scored[to].positive() ? 1 : 0;
        to++;
      }
      long negative = to - from - positive;
      wins += positive * (below + negative / 2.0);
      below += negative;
      from = to;
    }
    return wins;
  }

  private record Scored(double score, boolean positive) {}
}

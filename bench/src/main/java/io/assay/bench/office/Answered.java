package io.assay.bench.office;

import java.util.Arrays;

/** How long the answers to one question took, in milliseconds. */
record Answered(String question, double usual, double nearlyAll, double slowest, int status) {

  static Answered of(String question, double[] millis, int status) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Answered(
        question, rank(sorted, 0.5), rank(sorted, 0.95), sorted[sorted.length - 1], status);
  }

  String row(double goal) {
    return "| `%s` | %.0f | %.0f | %.0f | %d | %s |"
        .formatted(
            question.replace("|", "\\|"),
            usual,
            nearlyAll,
            slowest,
            status,
            slowest >= goal ? "**slow**" : "");
  }

  private static double rank(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}

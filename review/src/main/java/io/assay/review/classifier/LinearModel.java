package io.assay.review.classifier;

import io.assay.review.classifier.Outcome.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A linear classifier of hashed character n-grams, one for each label, with calibrated scores.
 *
 * <p>A long text is scored in overlapping windows; a label's score is the highest over them. The
 * same model gives the same text the same scores on every machine. Immutable.
 */
public final class LinearModel implements Classifier {

  private static final int WINDOW = 400;

  private final String name;
  private final int bits;
  private final Map<String, LinearLabel> labels;
  private final String version;

  LinearModel(String name, int bits, Map<String, LinearLabel> labels) {
    this.name = name;
    this.bits = bits;
    this.labels = new LinkedHashMap<>(labels);
    this.version = LinearModelFile.version(this);
  }

  /**
   * One n-gram's share in a score.
   *
   * @param weight what it adds to the label's evidence, negative for what speaks against
   */
  public record Contribution(String ngram, double weight) {}

  @Override
  public String name() {
    return name;
  }

  /** The start of the SHA-256 of the model's file. */
  public String version() {
    return version;
  }

  public Set<String> labels() {
    return Set.copyOf(labels.keySet());
  }

  @Override
  public Outcome classify(String text) {
    Map<String, Double> scores = new HashMap<>();
    for (String window : Pieces.of(text, WINDOW)) {
      int[] indexes = Ngrams.indexes(Ngrams.normalize(window), bits);
      labels.forEach((label, weights) -> scores.merge(label, weights.score(indexes), Math::max));
    }
    return new Scored(scores, version, false);
  }

  /** The n-grams of a text that weigh most for or against a label, heaviest first. */
  public List<Contribution> explain(String text, String label, int most) {
    LinearLabel weights = labels.get(label);
    if (weights == null) {
      throw new IllegalArgumentException("no label '" + label + "'; use one of " + labels.keySet());
    }
    Map<String, Double> shares = new HashMap<>();
    int[] points = Ngrams.normalize(strongestWindow(text, weights));
    double value = Ngrams.value(Ngrams.indexes(points, bits).length);
    Ngrams.visit(
        points,
        bits,
        (index, start, end) ->
            shares.put(new String(points, start, end - start), weights.weight(index) * value));
    List<Contribution> heaviest = new ArrayList<>();
    shares.forEach(
        (ngram, weight) -> {
          if (weight != 0) {
            heaviest.add(new Contribution(ngram, weight));
          }
        });
    heaviest.sort(
        Comparator.comparingDouble((Contribution share) -> -Math.abs(share.weight()))
            .thenComparing(Contribution::ngram));
    return List.copyOf(heaviest.subList(0, Math.min(most, heaviest.size())));
  }

  int bits() {
    return bits;
  }

  Map<String, LinearLabel> weights() {
    return labels;
  }

  private String strongestWindow(String text, LinearLabel weights) {
    return Pieces.of(text, WINDOW).stream()
        .max(
            Comparator.comparingDouble(
                window -> weights.score(Ngrams.indexes(Ngrams.normalize(window), bits))))
        .orElse(text);
  }
}

package io.assay.review.classifier;

/**
 * Scores a text for the labels it knows. Implementations are safe for use by many threads.
 *
 * <p>A classifier need not watch its own time: wrap it in a {@link GuardedClassifier}.
 */
public interface Classifier {

  /** The name by which the pool's thresholds call this classifier. */
  String name();

  /** Scores a whole text; a failure is an outcome, not an exception. */
  Outcome classify(String text);
}

package io.assay.review.pool;

import io.assay.review.Feature;
import io.assay.review.ReviewException;
import java.util.List;

/**
 * What was read from a pool file: the features, and what was wrong with the records that gave none.
 *
 * @param features in the order of the file
 * @param problems in the order of the file
 */
public record Import(List<Feature> features, List<Problem> problems) {

  /**
   * Something wrong with one record.
   *
   * @param place the record's line in CSV, its number in JSON, counted from 1
   */
  public record Problem(long place, String reason) {}

  public Import {
    features = List.copyOf(features);
    problems = List.copyOf(problems);
  }

  /**
   * The features of a file without problems.
   *
   * @throws ReviewException if there are problems; names the first
   */
  public List<Feature> orThrow() {
    if (problems.isEmpty()) {
      return features;
    }
    Problem first = problems.getFirst();
    throw new ReviewException(
        "%d problems in the pool file; the first at %d: %s"
            .formatted(problems.size(), first.place(), first.reason()));
  }
}

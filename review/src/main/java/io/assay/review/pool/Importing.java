package io.assay.review.pool;

import io.assay.review.Feature;
import io.assay.review.ReviewException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers the features and the problems of one pool file. */
final class Importing {

  static final int MAX_FEATURES = 5_000_000;
  private static final int MAX_PROBLEMS = 1000;

  private final List<Feature> features = new ArrayList<>();
  private final List<Import.Problem> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  void take(long place, Row row) {
    if (features.size() == MAX_FEATURES) {
      throw new ReviewException(
          "the pool file has more than " + MAX_FEATURES + " features; split it");
    }
    try {
      Feature feature = FeatureRow.read(row);
      if (!ids.add(feature.id())) {
        problem(place, "the id '" + feature.id() + "' is taken; give each feature its own");
        return;
      }
      features.add(feature);
    } catch (IllegalArgumentException | DateTimeException e) {
      problem(place, "feature '" + row.one(Column.ID) + "': " + e.getMessage());
    }
  }

  void problem(long place, String reason) {
    problems.add(new Import.Problem(place, reason));
    if (problems.size() > MAX_PROBLEMS) {
      throw new ReviewException(
          "more than " + MAX_PROBLEMS + " problems, the first: " + problems.getFirst().reason());
    }
  }

  Import finish() {
    return new Import(features, problems);
  }
}

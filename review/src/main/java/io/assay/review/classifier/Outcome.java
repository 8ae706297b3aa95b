package io.assay.review.classifier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** What a classifier says about a text. */
public sealed interface Outcome {

  /**
   * The scores by label, each from 0 to 1.
   *
   * @param version the model that scored
   * @param complete whether a label without a score was looked for and not found, so scores 0
   * @param sightings where in a picture labels were seen; empty where the classifier does not say
   */
  record Scored(
      Map<String, Double> scores, String version, boolean complete, List<Sighting> sightings)
      implements Outcome {

    /** Scores without places. */
    public Scored(Map<String, Double> scores, String version, boolean complete) {
      this(scores, version, complete, List.of());
    }

    public Scored {
      scores = Map.copyOf(scores);
      sightings = List.copyOf(sightings);
      Objects.requireNonNull(version, "version");
      scores.forEach(
          (label, score) -> {
            if (!(score >= 0 && score <= 1)) {
              throw new IllegalArgumentException(
                  "the score of '" + label + "' is not from 0 to 1: " + score);
            }
          });
    }

    /** The same, seen at these places. */
    Scored with(List<Sighting> seen) {
      return new Scored(scores, version, complete, seen);
    }

    /** The score of a label, if the classifier can tell. */
    public OptionalDouble score(String label) {
      Double score = scores.get(label);
      if (score != null) {
        return OptionalDouble.of(score);
      }
      return complete ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
  }

  /** No scores, and why. */
  record Failed(Reason reason, String detail) implements Outcome {
    public Failed {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }
  }

  /** Why there are no scores. */
  enum Reason {
    /** The classifier did not answer in time. */
    TIMED_OUT,
    /** The classifier broke, or its service refused or could not be reached. */
    BROKEN,
    /** The answer could not be understood. */
    UNREADABLE,
    /** Too many calls are under way. */
    BUSY,
    /** The classifier failed so often that it is left alone for a while. */
    RESTING
  }
}

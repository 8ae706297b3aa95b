package io.assay.review.pool;

import io.assay.review.Context;
import java.util.Objects;

/** A text of a replay corpus and what a right pool does with it. */
public record Sample(String id, String text, Context context, Truth truth) {

  /** Whether a text should pass. */
  public enum Truth {
    BENIGN,
    HARMFUL,
    UNKNOWN
  }

  public Sample {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a sample has no id; give one");
    }
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(truth, "truth");
  }
}

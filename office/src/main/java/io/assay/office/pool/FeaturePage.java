package io.assay.office.pool;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A page of features, the latest changed first; {@code next} is empty on the last. */
public record FeaturePage(List<PoolFeature> features, Optional<Cursor> next) {
  public FeaturePage {
    features = List.copyOf(features);
  }

  /** The last feature of a page; the following page holds what comes after it. */
  public record Cursor(Instant changedAt, String id) {

    /** Reads what {@link #toString} gave; empty when it is none. */
    public static Optional<Cursor> parse(String text) {
      int split = text.indexOf('~');
      try {
        return split < 0
            ? Optional.empty()
            : Optional.of(
                new Cursor(Instant.parse(text.substring(0, split)), text.substring(split + 1)));
      } catch (DateTimeException malformed) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return changedAt + "~" + id;
    }
  }
}

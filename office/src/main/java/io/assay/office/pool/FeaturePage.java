package io.assay.office.pool;

import io.assay.office.Cursor;
import java.util.List;
import java.util.Optional;

/** A page of features, the latest changed first; {@code next} is empty on the last. */
public record FeaturePage(List<PoolFeature> features, Optional<Cursor> next) {
  public FeaturePage {
    features = List.copyOf(features);
  }
}

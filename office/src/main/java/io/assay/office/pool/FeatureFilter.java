package io.assay.office.pool;

import java.util.Optional;

/** Which features a list shows; an empty part restricts nothing. */
public record FeatureFilter(
    Optional<FeatureState> state,
    Optional<FeatureKind> kind,
    String category,
    String disposition,
    Optional<PoolFeature.Origin> origin,
    String text,
    boolean waitingOnly) {

  public static FeatureFilter waiting() {
    return new FeatureFilter(
        Optional.empty(), Optional.empty(), "", "", Optional.empty(), "", true);
  }
}

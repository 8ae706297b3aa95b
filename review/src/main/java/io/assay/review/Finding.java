package io.assay.review;

import java.util.Objects;
import java.util.Set;

/**
 * One hit of a feature.
 *
 * @param feature the feature as it stood in the pool that was used, with its version
 * @param effect what the finding does to the verdict
 * @param where the place in the original content
 * @param matched the original text of that place, empty for other media
 * @param layers what was normalised to see the hit
 * @param why the reason, for a person to read
 */
public record Finding(
    Feature feature, Effect effect, Location where, String matched, Set<Layer> layers, String why) {

  public Finding {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(matched, "matched");
    layers = Set.copyOf(layers);
    Objects.requireNonNull(why, "why");
  }
}

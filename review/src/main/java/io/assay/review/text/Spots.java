package io.assay.review.text;

import io.assay.review.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What one stream has shown of each feature; of each the earliest places are kept. */
final class Spots {

  private static final int PLACES = 64;

  private final Map<String, Feature> features = new HashMap<>();
  private final Map<String, TreeSet<Spot>> byFeature = new HashMap<>();

  void add(Feature feature, Spot spot) {
    features.put(feature.id(), feature);
    TreeSet<Spot> places =
        byFeature.computeIfAbsent(feature.id(), unused -> new TreeSet<>(Spot.BY_PLACE));
    places.add(spot);
    if (places.size() > PLACES) {
      places.pollLast();
    }
  }

  boolean isEmpty() {
    return features.isEmpty();
  }

  Iterable<Feature> features() {
    return features.values();
  }

  /** The places of a feature; of those that overlap the plainest is kept. */
  List<Spot> places(Feature feature) {
    List<Spot> plainestFirst = new ArrayList<>(byFeature.get(feature.id()));
    plainestFirst.sort(
        Comparator.<Spot>comparingInt(spot -> Integer.bitCount(spot.layers()))
            .thenComparing(Spot.BY_PLACE));
    List<Spot> kept = new ArrayList<>();
    for (Spot spot : plainestFirst) {
      if (kept.stream().noneMatch(spot::overlaps)) {
        kept.add(spot);
      }
    }
    kept.sort(Spot.BY_PLACE);
    return kept;
  }
}

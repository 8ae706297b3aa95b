package io.assay.review;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The features of a pool whose ids fall together, sorted by id. */
final class Shelf {

  static final Shelf EMPTY = new Shelf(new Feature[0]);

  private final Feature[] features;
  private volatile byte[] hash = {};

  private Shelf(Feature[] features) {
    this.features = features;
  }

  Feature[] features() {
    return features;
  }

  Optional<Feature> find(String id) {
    int at = indexOf(id);
    return at < 0 ? Optional.empty() : Optional.of(features[at]);
  }

  Shelf with(Collection<Feature> put) {
    TreeMap<String, Feature> byId = new TreeMap<>();
    for (Feature feature : features) {
      byId.put(feature.id(), feature);
    }
    for (Feature feature : put) {
      byId.put(feature.id(), feature);
    }
    return new Shelf(byId.values().toArray(Feature[]::new));
  }

  Shelf without(String id) {
    return new Shelf(
        Arrays.stream(features)
            .filter(feature -> !feature.id().equals(id))
            .toArray(Feature[]::new));
  }

  /** Gathers the features that another shelf has not, or has otherwise. */
  void collectMissingFrom(Shelf other, List<Feature> into) {
    int at = 0;
    for (Feature feature : features) {
      while (at < other.features.length && before(other.features[at], feature)) {
        at++;
      }
      if (at == other.features.length || !same(other.features[at], feature)) {
        into.add(feature);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean same(Feature one, Feature another) {
    return one == another || one.equals(another);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean before(Feature one, Feature another) {
    return one != another && one.id().compareTo(another.id()) < 0;
  }

  static String hashOf(Shelf[] shelves) {
    MessageDigest digest = FeatureDigest.sha256();
    for (Shelf shelf : shelves) {
      digest.update(shelf.hash());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private byte[] hash() {
    byte[] known = hash;
    if (known.length == 0) {
      FeatureDigest digest = new FeatureDigest();
      for (Feature feature : features) {
        digest.add(feature);
      }
      known = digest.finish();
      hash = known;
    }
    return known;
  }

  private int indexOf(String id) {
    int low = 0;
    int high = features.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Comparator.<String>naturalOrder().compare(features[middle].id(), id);
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}

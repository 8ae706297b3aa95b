package io.assay.review.text;

import io.assay.review.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one stream has shown; of each feature the earliest places are kept. */
final class Spots {

  /** A spot of a feature. */
  record Found(Feature feature, Spot spot) {
    static final Comparator<Found> BY_PLACE =
        Comparator.comparing(Found::spot, Spot.BY_PLACE).thenComparing(found -> found.feature.id());

    private static final Comparator<Found> PLAINEST_FIRST =
        Comparator.<Found>comparingInt(found -> Integer.bitCount(found.spot.layers()))
            .thenComparing(BY_PLACE);
  }

  private static final int PLACES = 64;

  private List<Found> all = new ArrayList<>();
  private int full = 1 << 12;

  void add(Feature feature, Spot spot) {
    all.add(new Found(feature, spot));
    if (all.size() >= full) {
      all = earliest();
      full = 2 * all.size() + (1 << 12);
    }
  }

  /** The spots in the order of their places; of a feature's that overlap the plainest. */
  List<Found> list() {
    List<Found> plainestFirst = earliest();
    if (apart(plainestFirst)) {
      return plainestFirst;
    }
    plainestFirst.sort(Found.PLAINEST_FIRST);
    Map<String, List<Spot>> kept = new HashMap<>();
    List<Found> list = new ArrayList<>();
    for (Found found : plainestFirst) {
      List<Spot> spots = kept.computeIfAbsent(found.feature.id(), id -> new ArrayList<>());
      if (spots.stream().noneMatch(found.spot::overlaps)) {
        spots.add(found.spot);
        list.add(found);
      }
    }
    list.sort(Found.BY_PLACE);
    return list;
  }

  /** Whether no spot of a row in the order of places overlaps another. */
  private static boolean apart(List<Found> sorted) {
    int end = 0;
    for (Found found : sorted) {
      if (found.spot.start() < end) {
        return false;
      }
      end = found.spot.end();
    }
    return true;
  }

  /** Keeps one of what two segments that both hold a feature have found. */
  private static void dropTwins(List<Found> sorted) {
    int kept = 0;
    for (int i = 0; i < sorted.size(); i++) {
      if (i == 0 || !sorted.get(i).equals(sorted.get(kept - 1))) {
        sorted.set(kept++, sorted.get(i));
      }
    }
    sorted.subList(kept, sorted.size()).clear();
  }

  private List<Found> earliest() {
    List<Found> sorted = new ArrayList<>(all);
    sorted.sort(Found.BY_PLACE);
    dropTwins(sorted);
    if (sorted.size() <= PLACES) {
      return sorted;
    }
    Map<String, Integer> counts = new HashMap<>();
    sorted.removeIf(found -> counts.merge(found.feature.id(), 1, Integer::sum) > PLACES);
    return sorted;
  }
}

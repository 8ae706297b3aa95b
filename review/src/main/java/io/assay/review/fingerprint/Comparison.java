package io.assay.review.fingerprint;

import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Mode;
import io.assay.review.fingerprint.FingerprintReview.Known;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The comparison of one text, as it arrives, with known fingerprints: of its beginnings of 64, 128,
 * 192 and so on shingles, and of the whole. Not safe for use by more than one thread.
 */
final class Comparison {

  private static final int APART = 64;

  private record Nearest(Known known, int distance) {}

  private final List<Known> known;
  private final SimHash.Sums sums = new SimHash.Sums();
  private final Shingles shingles = new Shingles(this::take);
  private final Map<String, Nearest> nearest = new LinkedHashMap<>();

  Comparison(List<Known> known) {
    this.known = known;
  }

  void append(CharSequence text) {
    shingles.append(text);
  }

  void finish() {
    shingles.finish();
    if (sums.count() % APART != 0) {
      compare();
    }
  }

  /** What the text so far is a near copy of. */
  List<Finding> findings() {
    return nearest.values().stream().map(Comparison::finding).toList();
  }

  private void take(long shingle) {
    sums.add(shingle);
    if (sums.count() % APART == 0) {
      compare();
    }
  }

  private void compare() {
    SimHash hash = sums.hash();
    for (Known one : known) {
      int distance = hash.distance(one.hash());
      if (distance <= one.tolerance()) {
        nearest.merge(
            one.feature().id(),
            new Nearest(one, distance),
            (before, now) -> now.distance < before.distance ? now : before);
      }
    }
  }

  private static Finding finding(Nearest near) {
    String why = "the text's fingerprint differs from the feature's in " + near.distance + " bits";
    Feature feature = near.known.feature();
    return new Finding(feature, effect(feature), new Location.Whole(), "", Set.of(), why);
  }

  static Effect effect(Feature feature) {
    return feature.rule().mode() == Mode.SHADOW
        ? Effect.NOTED
        : feature.rule().disposition().effect();
  }
}

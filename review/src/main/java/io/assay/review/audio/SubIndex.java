package io.assay.review.audio;

import io.assay.review.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each sub-fingerprint occurs in the features of a pool. Of a sub-fingerprint that occurs in
 * very many places only the first are kept, so the work for a sound is linear in its length.
 */
final class SubIndex {

  private static final int MOST_PLACES = 16;

  private final Map<Integer, List<Place>> places = new HashMap<>();

  private record Place(Feature feature, int[] subs, int at) {}

  /**
   * A way to lay a feature over a sound.
   *
   * @param shift where in the sound the feature begins, negative if before it
   */
  record Laid(Feature feature, int[] subs, int shift) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Laid that && shift == that.shift && feature.equals(that.feature);
    }

    @Override
    public int hashCode() {
      return 31 * feature.id().hashCode() + shift;
    }
  }

  /** Sees a way to lay a feature over a sound, proposed by one place of the sound. */
  interface Visitor {
    void see(Laid laid, int at);
  }

  void add(Feature feature, int[] subs) {
    for (int at = 0; at < subs.length; at++) {
      if (telling(subs[at])) {
        List<Place> found = places.computeIfAbsent(subs[at], sub -> new ArrayList<>(1));
        if (found.size() < MOST_PLACES) {
          found.add(new Place(feature, subs, at));
        }
      }
    }
  }

  /** Visits what each sub-fingerprint of a sound proposes, exactly or but for one bit. */
  void propose(int[] sound, Visitor visitor) {
    for (int at = 0; at < sound.length; at++) {
      propose(sound[at], at, visitor);
      for (int bit = 0; bit < 32; bit++) {
        propose(sound[at] ^ 1 << bit, at, visitor);
      }
    }
  }

  private void propose(int sub, int at, Visitor visitor) {
    for (Place place : places.getOrDefault(sub, List.of())) {
      visitor.see(new Laid(place.feature(), place.subs(), at - place.at()), at);
    }
  }

  /** Whether a sub-fingerprint is not one of those that silence has. */
  private static boolean telling(int sub) {
    int ones = Integer.bitCount(sub);
    return ones > 3 && ones < 29;
  }
}

package io.assay.review.fingerprint;

import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Mode;
import io.assay.review.fingerprint.FingerprintReview.Known;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The comparison of one text, as it arrives, with known fingerprints: of its beginnings of 64, 128,
 * 192 and so on shingles, of the whole, and of the passages from one pause to another, of which as
 * many are followed as began at the latest pauses. Not safe for use by more than one thread.
 */
final class Comparison implements Shingles.Sink {

  private static final int APART = 64;
  private static final int FOLLOWED = 64;
  private static final int SHORTEST_PASSAGE = 16;

  /** Passages are many, and with more bits some would be like a known text by chance. */
  private static final int MOST_IN_PASSAGES = 6;

  /**
   * Pauses that stand closer bound no passage of their own; or a text of pauses would take long.
   */
  private static final int PAUSES_APART = 4;

  /** The shingles behind a pause that still hold letters before it. */
  private static final int ACROSS = 2;

  private static final SimHash.Sums NOTHING = new SimHash.Sums();

  private record Nearest(Known known, int distance) {}

  private final List<Known> known;
  private final long[] hashes;
  private final SimHash.Sums sums = new SimHash.Sums();
  private final Shingles shingles = new Shingles(this);
  private final Deque<SimHash.Sums> passages = new ArrayDeque<>();
  private long nextPassage = -1;
  private long lastEnd;
  private final Map<String, Nearest> nearest = new LinkedHashMap<>();

  Comparison(List<Known> known) {
    this.known = known;
    this.hashes = known.stream().mapToLong(one -> one.hash().bits()).toArray();
  }

  void append(CharSequence text) {
    shingles.append(text);
  }

  void finish() {
    shingles.finish();
    if (sums.count() % APART != 0) {
      compare(NOTHING, SimHash.BITS);
    }
    comparePassages();
  }

  /** What the text so far is a near copy of. */
  List<Finding> findings() {
    return nearest.values().stream().map(Comparison::finding).toList();
  }

  @Override
  public void piece(long shingle) {
    if (sums.count() == nextPassage) {
      passages.add(sums.copy());
      if (passages.size() > FOLLOWED) {
        passages.removeFirst();
      }
    }
    sums.add(shingle);
    if (sums.count() % APART == 0) {
      compare(NOTHING, SimHash.BITS);
    }
  }

  @Override
  public void pause() {
    if (sums.count() - lastEnd >= PAUSES_APART) {
      lastEnd = sums.count();
      comparePassages();
    }
    nextPassage = sums.count() + ACROSS;
  }

  private void comparePassages() {
    comparePassage(NOTHING);
    passages.forEach(this::comparePassage);
  }

  private void comparePassage(SimHash.Sums since) {
    if (sums.count() - since.count() >= SHORTEST_PASSAGE) {
      compare(since, MOST_IN_PASSAGES);
    }
  }

  /** Compares what came since the sums were so, allowing at most so many bits. */
  private void compare(SimHash.Sums since, int most) {
    SimHash hash = sums.hashSince(since);
    for (int i = 0; i < hashes.length; i++) {
      int distance = Long.bitCount(hashes[i] ^ hash.bits());
      if (distance <= most && distance <= known.get(i).tolerance()) {
        note(new Nearest(known.get(i), distance));
      }
    }
  }

  private void note(Nearest near) {
    nearest.merge(
        near.known.feature().id(),
        near,
        (before, now) -> now.distance < before.distance ? now : before);
  }

  private static Finding finding(Nearest near) {
    String why =
        "the fingerprint of the text or of a passage differs from the feature's in "
            + near.distance
            + " bits";
    Feature feature = near.known.feature();
    return new Finding(feature, effect(feature), new Location.Whole(), "", Set.of(), why);
  }

  static Effect effect(Feature feature) {
    return feature.rule().mode() == Mode.SHADOW
        ? Effect.NOTED
        : feature.rule().disposition().effect();
  }
}

package io.assay.review.image;

import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Pool;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reviews pictures against the picture hashes of a pool, however a picture is turned or mirrored.
 *
 * <p>A feature's tolerance is its largest distance in bits, at most {@link
 * HammingIndex#LONGEST_RADIUS}. A picture of quality {@link Pdq#WORTHLESS} or less is not compared.
 * Safe for use by many threads.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10.
 */
public final class PictureReview {

  private final HashPool hashes;

  /**
   * A review by a pool.
   *
   * @throws IllegalArgumentException if a picture hash of the pool is malformed or too tolerant
   */
  public PictureReview(Pool pool, InstantSource clock) {
    this.hashes = new HashPool(Medium.IMAGE, pool, PictureReview::hash, clock);
  }

  /** Puts another pool in use for reviews that begin from now on. */
  public void install(Pool pool) {
    hashes.install(pool);
  }

  /** The pool in use. */
  public Pool pool() {
    return hashes.pool();
  }

  /**
   * A feature whose hash is near a picture's.
   *
   * @param distance in how many of 256 bits the hashes differ
   * @param turn how the picture was turned or mirrored to come that near
   */
  public record Match(Feature feature, int distance, Dihedral turn) {}

  /** What the pool knows of a picture; one finding for each feature. */
  public List<Finding> findings(Luma picture, Context context) {
    return matches(picture, context).stream()
        .map(
            match ->
                HashPool.finding(
                    match.feature(),
                    new Location.Whole(),
                    "the picture's hash, %s, differs from the feature's in %d bits"
                        .formatted(match.turn().text(), match.distance())))
        .toList();
  }

  /** The features that a picture is near to, each where it comes nearest. */
  public List<Match> matches(Luma picture, Context context) {
    List<Pdq> eight = Pdq.dihedral(picture);
    if (eight.getFirst().quality() <= Pdq.WORTHLESS) {
      return List.of();
    }
    Map<Feature, Match> nearest = new LinkedHashMap<>();
    Dihedral[] turns = Dihedral.values();
    for (int i = 0; i < turns.length; i++) {
      for (HashPool.Near near : hashes.near(eight.get(i).hash(), context)) {
        nearest.merge(
            near.feature(),
            new Match(near.feature(), near.distance(), turns[i]),
            (a, b) -> a.distance() <= b.distance() ? a : b);
      }
    }
    return List.copyOf(nearest.values());
  }

  private static List<Hash256> hash(PerceptualHash hash) {
    requireExact(hash);
    return List.of(Hash256.parse(hash.hash()));
  }

  static void requireExact(PerceptualHash hash) {
    if (hash.tolerance() > HammingIndex.LONGEST_RADIUS) {
      throw new IllegalArgumentException(
          "a tolerance of %.0f bits is above %d; lower it"
              .formatted(hash.tolerance(), HammingIndex.LONGEST_RADIUS));
    }
  }
}

package io.assay.review.fingerprint;

import io.assay.review.Characteristic.TextFingerprint;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Mode;
import io.assay.review.Pool;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reviews texts against the text fingerprints of a pool: copies of a known text with small changes.
 *
 * <p>A fingerprint is the {@link SimHash} of the whole text; its tolerance is the number of bits
 * that may differ, 3 being customary. Safe for use by many threads.
 *
 * <p>Source: Manku, Jain and Das Sarma, Detecting Near-Duplicates for Web Crawling, 2007;
 * Provisions on the Administration of Deep Synthesis, Articles 10 and 11.
 */
public final class FingerprintReview {

  private final InstantSource clock;
  private volatile List<Known> known;

  private record Known(Feature feature, SimHash hash, int tolerance) {}

  /**
   * A review by a pool.
   *
   * @throws IllegalArgumentException if a text fingerprint of the pool is malformed
   */
  public FingerprintReview(Pool pool, InstantSource clock) {
    this.clock = clock;
    this.known = read(pool);
  }

  /** Puts another pool in use for reviews that begin from now on. */
  public void install(Pool pool) {
    known = read(pool);
  }

  /** The features whose text this one is a near copy of. */
  public List<Finding> findings(String text, Context context) {
    SimHash hash = SimHash.of(text);
    List<Finding> findings = new ArrayList<>();
    for (Known one : known) {
      int distance = hash.distance(one.hash());
      Feature feature = one.feature();
      if (distance <= one.tolerance()
          && feature.rule().scope().covers(context)
          && !feature.entry().expiredAt(clock.instant())) {
        Effect effect =
            feature.rule().mode() == Mode.SHADOW
                ? Effect.NOTED
                : feature.rule().disposition().effect();
        String why = "the text's fingerprint differs from the feature's in " + distance + " bits";
        findings.add(new Finding(feature, effect, new Location.Whole(), "", Set.of(), why));
      }
    }
    return findings;
  }

  private static List<Known> read(Pool pool) {
    List<Known> known = new ArrayList<>();
    pool.features()
        .forEach(
            feature -> {
              if (feature.characteristic() instanceof TextFingerprint print) {
                known.add(new Known(feature, SimHash.parse(print.hash()), print.tolerance()));
              }
            });
    return List.copyOf(known);
  }
}

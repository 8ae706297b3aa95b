package io.assay.review.audio;

import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Mode;
import io.assay.review.Pool;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reviews sounds against the audio fingerprints of a pool.
 *
 * <p>A sub-fingerprint that both hold proposes how to lay one over the other; the feature is found
 * if, so laid, the share of differing bits over a passage of at least {@code passage}
 * sub-fingerprints, or the whole feature if it is shorter, is within the feature's tolerance (a
 * share from 0 to 1; 0.35 is customary). Safe for use by many threads.
 *
 * <p>Source: Haitsma and Kalker, A Highly Robust Audio Fingerprinting System, 2002; Provisions on
 * the Administration of Deep Synthesis, Article 10.
 */
public final class AudioReview {

  /** The customary passage: about three seconds of {@link SpectralFingerprint}. */
  public static final int PASSAGE = 256;

  private final int microsApart;
  private final int passage;
  private final InstantSource clock;
  private volatile Known known;

  private record Known(Pool pool, SubIndex index) {}

  /**
   * A review by a pool.
   *
   * @param microsApart the time between sub-fingerprints of the pool, in microseconds
   * @throws IllegalArgumentException if an audio fingerprint of the pool is malformed
   */
  public AudioReview(Pool pool, int microsApart, int passage, InstantSource clock) {
    this.microsApart = microsApart;
    this.passage = passage;
    this.clock = clock;
    this.known = index(pool);
  }

  /** Puts another pool in use for reviews that begin from now on. */
  public void install(Pool pool) {
    known = index(pool);
  }

  /**
   * A feature that is heard in a sound.
   *
   * @param where the passage of the sound that fits best
   * @param share the share of differing bits over that passage
   */
  public record Match(Feature feature, Location.Stretch where, double share) {}

  /** What the pool knows of a sound; one finding for each feature, where it fits best. */
  public List<Finding> findings(AudioFingerprint sound, Context context) {
    return matches(sound, context).stream().map(AudioReview::finding).toList();
  }

  /** The features that are heard in a sound, each where it fits best. */
  public List<Match> matches(AudioFingerprint sound, Context context) {
    if (sound.microsApart() != microsApart) {
      throw new IllegalArgumentException(
          "the sound has a sub-fingerprint each %d microseconds, the pool each %d"
              .formatted(sound.microsApart(), microsApart));
    }
    Map<Feature, Alignment> best = new HashMap<>();
    Map<SubIndex.Laid, Integer> tried = new HashMap<>();
    known
        .index()
        .propose(
            sound.subs(),
            (laid, at) -> {
              Integer before = tried.get(laid);
              if (applies(laid.feature(), context) && (before == null || at - before >= passage)) {
                tried.put(laid, at);
                keepBest(Alignment.around(at, laid, sound.subs(), passage), laid, best);
              }
            });
    List<Match> matches = new ArrayList<>();
    best.forEach(
        (feature, found) ->
            matches.add(
                new Match(
                    feature,
                    new Location.Stretch(sound.millisAt(found.from()), sound.millisAt(found.to())),
                    found.share())));
    return matches;
  }

  private boolean applies(Feature feature, Context context) {
    return feature.rule().scope().covers(context) && !feature.entry().expiredAt(clock.instant());
  }

  private static void keepBest(
      Alignment alignment, SubIndex.Laid laid, Map<Feature, Alignment> best) {
    Feature feature = laid.feature();
    if (alignment.share() <= ((PerceptualHash) feature.characteristic()).tolerance()) {
      best.merge(feature, alignment, (a, b) -> a.share() <= b.share() ? a : b);
    }
  }

  private static Finding finding(Match found) {
    Feature feature = found.feature();
    boolean shadow = feature.rule().mode() == Mode.SHADOW;
    return new Finding(
        feature,
        shadow ? Effect.NOTED : feature.rule().disposition().effect(),
        found.where(),
        "",
        Set.of(),
        "%.1f %% of the bits differ".formatted(100 * found.share()));
  }

  private Known index(Pool pool) {
    SubIndex index = new SubIndex();
    pool.features()
        .forEach(
            feature -> {
              if (feature.characteristic() instanceof PerceptualHash hash
                  && hash.medium() == Medium.AUDIO) {
                index.add(feature, AudioFingerprint.parse(hash.hash(), microsApart).subs());
              }
            });
    return new Known(pool, index);
  }
}

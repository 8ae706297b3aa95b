package io.assay.review.image;

import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Pool;
import io.assay.review.image.Clip.Frame;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reviews clips against the frame hashes of a pool.
 *
 * <p>Every frame of a feature that lies near a frame of the clip votes for the shift in time
 * between the two; a feature is found where enough of its frames vote for one shift. So one still
 * that happens to look alike finds nothing, and a passage cut out of a longer film is found with
 * its place. Safe for use by many threads.
 *
 * <p>Source: Facebook, vPDQ; Provisions on the Administration of Deep Synthesis, Article 10.
 */
public final class ClipReview {

  private final HashPool hashes;
  private final Voting voting;

  /**
   * How many votes find a feature; both must be reached.
   *
   * @param frames the smallest number of a feature's frames, or all of a feature that has fewer
   * @param share the smallest share of a feature's frames, from 0 to 1
   * @param slackMillis how far shifts in time may lie apart and still count as one
   */
  public record Voting(int frames, double share, long slackMillis) {

    public static final Voting STANDARD = new Voting(3, 0.2, 1500);

    public Voting {
      if (frames < 1 || !(share >= 0 && share <= 1) || slackMillis < 1) {
        throw new IllegalArgumentException(
            "voting needs a frame, a share from 0 to 1 and a slack; got %d, %s, %d"
                .formatted(frames, share, slackMillis));
      }
    }

    int needed(int ofFrames) {
      return Math.max(Math.min(frames, ofFrames), (int) Math.ceil(share * ofFrames));
    }
  }

  /**
   * A review by a pool.
   *
   * @throws IllegalArgumentException if a frame hash of the pool is malformed or too tolerant
   */
  public ClipReview(Pool pool, Voting voting, InstantSource clock) {
    this.hashes = new HashPool(Medium.FRAME, pool, ClipReview::frames, clock);
    this.voting = voting;
  }

  /** Puts another pool in use for reviews that begin from now on. */
  public void install(Pool pool) {
    hashes.install(pool);
  }

  /** What the pool knows of a clip; one finding for each feature, where most of it matches. */
  public List<Finding> findings(Clip clip, Context context) {
    Map<Feature, Votes> ballots = new HashMap<>();
    for (Frame frame : clip.frames()) {
      for (HashPool.Near near : hashes.near(frame.hash(), context)) {
        ballots
            .computeIfAbsent(near.feature(), feature -> new Votes(clipOf(feature)))
            .add(frame.millis(), near.place());
      }
    }
    List<Finding> findings = new ArrayList<>();
    ballots.forEach(
        (feature, votes) ->
            votes
                .best(voting.slackMillis())
                .filter(run -> run.frames() >= voting.needed(votes.of()))
                .ifPresent(run -> findings.add(finding(feature, votes.of(), run))));
    return findings;
  }

  private static Finding finding(Feature feature, int of, Votes.Run run) {
    return HashPool.finding(
        feature,
        new Location.Stretch(run.startMillis(), run.endMillis()),
        "%d of the feature's %d frames match in order of time".formatted(run.frames(), of));
  }

  private static Clip clipOf(Feature feature) {
    return Clip.parse(((PerceptualHash) feature.characteristic()).hash());
  }

  private static List<Hash256> frames(PerceptualHash hash) {
    PictureReview.requireExact(hash);
    return Clip.parse(hash.hash()).frames().stream().map(Frame::hash).toList();
  }
}

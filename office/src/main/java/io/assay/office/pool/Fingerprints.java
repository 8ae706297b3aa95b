package io.assay.office.pool;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.policy.Policies;
import io.assay.review.audio.AudioFingerprint;
import io.assay.review.audio.AudioReview;
import io.assay.review.image.Pdq;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Takes the fingerprint of a picture or a short sound that an editor uploads; nothing of the file
 * is kept. One at a time, bounded in size and length.
 */
@Component
class Fingerprints {
  /** The largest file; policy. */
  static final int LARGEST = 8 << 20;

  private static final String PICTURE_LIMIT = Integer.toString(Pdq.MATCH);
  private static final String SOUND_LIMIT = "0.35";

  private final Policies policies;
  private final Semaphore free = new Semaphore(1);

  Fingerprints(Policies policies) {
    this.policies = policies;
  }

  /**
   * What was taken of a file.
   *
   * @param kind {@code image} or {@code audio}
   * @param limit the customary tolerance
   * @param seconds how long a sound is; 0 for a picture
   */
  record Taken(String kind, String pattern, String limit, double seconds) {}

  /**
   * The fingerprint of a file.
   *
   * @throws ActionRefusedException naming what is wrong with the file
   */
  Taken of(byte[] file) {
    refuseUnless(file.length > 0, "pool.sample.empty");
    refuseUnless(file.length <= LARGEST, "pool.sample.large");
    refuseUnless(free.tryAcquire(), "pool.sample.busy");
    try {
      boolean sound =
          Format.sniff(Source.of(file)).filter(it -> it.kind() == Format.Kind.AUDIO).isPresent();
      return sound ? sound(file) : picture(file);
    } finally {
      free.release();
    }
  }

  private static Taken picture(byte[] file) {
    Pdq pdq =
        Pictures.luma(file)
            .map(Pdq::of)
            .orElseThrow(() -> new ActionRefusedException("pool.sample.unreadable"));
    refuseUnless(pdq.quality() > Pdq.WORTHLESS, "pool.sample.plain");
    return new Taken("image", pdq.hash().toString(), PICTURE_LIMIT, 0);
  }

  private Taken sound(byte[] file) {
    Duration longest = policies.duration(Policy.SOUND);
    AudioFingerprint print =
        Sounds.fingerprint(file, longest)
            .orElseThrow(() -> new ActionRefusedException("pool.sample.sound"));
    refuseUnless(print.subs().length >= AudioReview.PASSAGE, "pool.sample.short");
    String pattern = print.toString();
    return new Taken("audio", pattern, SOUND_LIMIT, FeatureKind.seconds(pattern));
  }
}

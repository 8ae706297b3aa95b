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
import io.assay.review.image.Luma;
import io.assay.review.image.Pdq;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
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

  /** A file that was read. */
  sealed interface Read {
    record OfPicture(Luma luma) implements Read {}

    record OfSound(AudioFingerprint print) implements Read {}
  }

  /**
   * The fingerprint of a file.
   *
   * @throws ActionRefusedException naming what is wrong with the file
   */
  Taken of(byte[] file) {
    return alone(
        file,
        () ->
            switch (read(file, policies.duration(Policy.SOUND))) {
              case Read.OfPicture it -> picture(it.luma());
              case Read.OfSound it -> sound(it.print());
            });
  }

  /**
   * What is made of a file that the gateway could compare, as long as it may be there.
   *
   * @throws ActionRefusedException naming what is wrong with the file
   */
  <T> T with(byte[] file, Function<Read, T> use) {
    return alone(file, () -> use.apply(read(file, Sounds.LONGEST)));
  }

  private <T> T alone(byte[] file, Supplier<T> work) {
    refuseUnless(file.length > 0, "pool.sample.empty");
    refuseUnless(file.length <= LARGEST, "pool.sample.large");
    refuseUnless(free.tryAcquire(), "pool.sample.busy");
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private static Read read(byte[] file, Duration longest) {
    boolean sound =
        Format.sniff(Source.of(file)).filter(it -> it.kind() == Format.Kind.AUDIO).isPresent();
    return sound
        ? Sounds.fingerprint(file, longest)
            .<Read>map(Read.OfSound::new)
            .orElseThrow(() -> new ActionRefusedException("pool.sample.sound"))
        : Pictures.luma(file)
            .<Read>map(Read.OfPicture::new)
            .orElseThrow(() -> new ActionRefusedException("pool.sample.unreadable"));
  }

  private static Taken picture(Luma luma) {
    Pdq pdq = Pdq.of(luma);
    refuseUnless(pdq.quality() > Pdq.WORTHLESS, "pool.sample.plain");
    return new Taken("image", pdq.hash().toString(), PICTURE_LIMIT, 0);
  }

  private static Taken sound(AudioFingerprint print) {
    refuseUnless(print.subs().length >= AudioReview.PASSAGE, "pool.sample.short");
    String pattern = print.toString();
    return new Taken("audio", pattern, SOUND_LIMIT, FeatureKind.seconds(pattern));
  }
}

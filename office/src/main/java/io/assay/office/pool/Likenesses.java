package io.assay.office.pool;

import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.audio.AudioReview;
import io.assay.review.audio.SpectralFingerprint;
import io.assay.review.image.PictureReview;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers what a picture or a sound resembles. Nothing of it is kept. */
@Component
public class Likenesses {
  private final FeatureStore features;
  private final Clock clock;

  Likenesses(FeatureStore features, Clock clock) {
    this.features = features;
    this.clock = clock;
  }

  /** How near a picture comes to the features of these ids. */
  public List<Likeness> ofPicture(byte[] file, Context context, List<String> ids) {
    Pool pool = known(ids);
    return Pictures.luma(file)
        .map(luma -> new PictureReview(pool, clock).matches(luma, context))
        .orElse(List.of())
        .stream()
        .map(Likenesses::likeness)
        .toList();
  }

  /** Where the features of these ids are heard in a sound. */
  public List<Likeness> ofSound(byte[] file, Context context, List<String> ids) {
    AudioReview review =
        new AudioReview(known(ids), SpectralFingerprint.MICROS_APART, AudioReview.PASSAGE, clock);
    return Sounds.fingerprint(file)
        .map(print -> review.matches(print, context))
        .orElse(List.of())
        .stream()
        .map(Likenesses::likeness)
        .toList();
  }

  private Pool known(List<String> ids) {
    List<Feature> known =
        ids.stream()
            .map(features::find)
            .flatMap(Optional::stream)
            .map(PoolFeature::feature)
            .filter(feature -> feature.characteristic() instanceof PerceptualHash)
            .toList();
    return Pool.of("likeness", known);
  }

  private static Likeness likeness(PictureReview.Match match) {
    return new Likeness.OfPicture(
        match.feature().id(), match.distance(), (int) tolerance(match.feature()), match.turn());
  }

  private static Likeness likeness(AudioReview.Match match) {
    return new Likeness.OfSound(
        match.feature().id(),
        match.where().startMillis(),
        match.where().endMillis(),
        100 * match.share(),
        100 * tolerance(match.feature()));
  }

  private static double tolerance(Feature feature) {
    return ((PerceptualHash) feature.characteristic()).tolerance();
  }
}

package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Context;
import io.assay.review.Direction;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.StreamReview;
import io.assay.review.audio.AudioReview;
import io.assay.review.audio.SpectralFingerprint;
import io.assay.review.classifier.Classifier;
import io.assay.review.classifier.ClassifierReview;
import io.assay.review.fingerprint.FingerprintReview;
import io.assay.review.image.PictureReview;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has a say beside the words of the pool (Art. 10): classifiers and text fingerprints on
 * texts, hashes of pictures and sounds. It follows the pool. A classifier that gives no answer
 * holds, and so does a file that cannot be compared while the pool has hashes for its kind.
 * Thread-safe.
 */
@Duty({"DS-6", "DS-10"})
public final class ReviewOpinions {
  private final List<Classifier> classifiers;
  private final InstantSource clock;
  private final PictureReview pictures;
  private final AudioReview sounds;
  private volatile Known known;

  private record Known(
      Pool pool,
      ClassifierReview classifiers,
      FingerprintReview fingerprints,
      List<Feature> hashes) {}

  public ReviewOpinions(List<Classifier> classifiers, InstantSource clock) {
    this.classifiers = List.copyOf(classifiers);
    this.clock = clock;
    this.pictures = new PictureReview(Pool.empty(), clock);
    this.sounds =
        new AudioReview(Pool.empty(), SpectralFingerprint.MICROS_APART, AudioReview.PASSAGE, clock);
    this.known = read(Pool.empty());
  }

  /** What is known of whole texts. */
  List<Finding> texts(List<Carried> texts, Pool pool, Context context) {
    var current = follow(pool);
    var findings = new ArrayList<Finding>();
    for (var text : texts) {
      if (!text.text().isBlank()) {
        findings.addAll(current.classifiers.findings(text.text(), context));
        findings.addAll(current.fingerprints.findings(text.text(), context));
      }
    }
    return findings;
  }

  /** A review of streams, which the classifiers see before anything leaves. */
  StreamReview stream(StreamReview words, Pool pool, Context context) {
    return follow(pool).classifiers.open(words, context);
  }

  /**
   * What is known of a file.
   *
   * @param decoded whether it could be decoded; it is not asked of an answer without a hash to
   *     compare with, whose labels could not be written into it either
   */
  record Opinion(boolean decoded, List<Finding> findings) {
    Opinion {
      findings = List.copyOf(findings);
    }
  }

  /** What is known of a picture or a sound. */
  Opinion file(CarriedFile file, Pool pool, Context context) {
    var medium = file.kind() == CarriedFile.Kind.PICTURE ? Medium.IMAGE : Medium.AUDIO;
    var hashes = hashes(medium, follow(pool), context);
    if (hashes.isEmpty() && context.direction() == Direction.OUTPUT) {
      return new Opinion(true, List.of());
    }
    return findings(file, context)
        .map(findings -> new Opinion(true, findings))
        .orElseGet(() -> new Opinion(false, incomparable(hashes)));
  }

  private Optional<List<Finding>> findings(CarriedFile file, Context context) {
    return switch (file.kind()) {
      case PICTURE -> Pictures.luma(file.bytes()).map(luma -> pictures.findings(luma, context));
      case SOUND -> Sounds.fingerprint(file.bytes()).map(print -> sounds.findings(print, context));
    };
  }

  private Known follow(Pool pool) {
    return known.pool == pool ? known : install(pool);
  }

  private synchronized Known install(Pool pool) {
    if (known.pool != pool) {
      pictures.install(pool);
      sounds.install(pool);
      known = read(pool);
    }
    return known;
  }

  private Known read(Pool pool) {
    return new Known(
        pool,
        new ClassifierReview(pool, classifiers, clock),
        new FingerprintReview(pool, clock),
        pool.features().filter(f -> f.characteristic() instanceof PerceptualHash).toList());
  }

  private List<Feature> hashes(Medium medium, Known current, Context context) {
    return current.hashes.stream()
        .filter(f -> f.characteristic() instanceof PerceptualHash hash && hash.medium() == medium)
        .filter(f -> f.rule().scope().covers(context) && !f.entry().expiredAt(clock.instant()))
        .toList();
  }

  private static List<Finding> incomparable(List<Feature> hashes) {
    return hashes.stream()
        .filter(feature -> feature.rule().mode() == Mode.LIVE)
        .limit(1)
        .map(
            feature ->
                new Finding(
                    feature,
                    Effect.HOLD,
                    new Location.Whole(),
                    "",
                    Set.of(),
                    "the file could not be decoded and so was not compared"))
        .toList();
  }
}

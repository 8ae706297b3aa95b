package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.gateway.exchange.CarriedFile.Kind;
import io.assay.review.Characteristic.ClassifierThreshold;
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
import io.assay.review.classifier.PictureSize;
import io.assay.review.fingerprint.FingerprintReview;
import io.assay.review.image.PictureReview;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What has a say beside the words of the pool (Art. 10): classifiers and text fingerprints on
 * texts, hashes and classifiers on pictures and sounds. It follows the pool. A classifier that
 * gives no answer holds, and so does a file that cannot be compared while the pool has hashes for
 * its kind. Thread-safe.
 */
@Duty({"DS-6", "DS-10"})
public final class ReviewOpinions {
  private final List<Classifier> classifiers;
  private final Map<Kind, List<Classifier>> fileClassifiers;
  private final InstantSource clock;
  private final PictureReview pictures;
  private final AudioReview sounds;
  private volatile Known known;

  private record Known(
      Pool pool,
      ClassifierReview classifiers,
      Map<Kind, ClassifierReview> fileClassifiers,
      FingerprintReview fingerprints,
      List<Feature> hashes) {}

  /** Classifiers that are asked about texts alone. */
  public ReviewOpinions(List<Classifier> classifiers, InstantSource clock) {
    this(classifiers, Map.of(), clock);
  }

  /** Classifiers of texts, and those of files, which are given a file as a {@code data:} URI. */
  public ReviewOpinions(
      List<Classifier> classifiers,
      Map<Kind, List<Classifier>> fileClassifiers,
      InstantSource clock) {
    this.classifiers = List.copyOf(classifiers);
    this.fileClassifiers = Map.copyOf(fileClassifiers);
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

  /**
   * A review of streams, which the classifiers and the fingerprints see before anything leaves.
   * Where a fingerprint applies that holds or blocks, everything waits for the end, which alone
   * shows a copy.
   */
  StreamReview stream(StreamReview words, Pool pool, Context context) {
    var current = follow(pool);
    var classified = current.classifiers.open(words, context);
    return current.fingerprints.open(classified, context, FingerprintReview.UNTIL_THE_END);
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
    var current = follow(pool);
    var medium = file.kind() == Kind.PICTURE ? Medium.IMAGE : Medium.AUDIO;
    var hashes = hashes(medium, current, context);
    var compared =
        hashes.isEmpty() && context.direction() == Direction.OUTPUT
            ? Optional.of(List.<Finding>of())
            : compared(file, context);
    var findings = new ArrayList<>(compared.orElseGet(() -> incomparable(hashes)));
    var classifier = current.fileClassifiers.get(file.kind());
    if (classifier != null) {
      findings.addAll(classifier.findings(file.dataUri(), size(file), context));
    }
    return new Opinion(compared.isPresent(), findings);
  }

  private static PictureSize size(CarriedFile file) {
    return switch (file.kind()) {
      case PICTURE ->
          Pictures.shape(file.bytes())
              .map(shape -> new PictureSize(shape.width(), shape.height()))
              .orElse(PictureSize.UNKNOWN);
      case SOUND -> PictureSize.UNKNOWN;
    };
  }

  private Optional<List<Finding>> compared(CarriedFile file, Context context) {
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
        new ClassifierReview(thresholds(pool, name -> !asksFiles(name)), classifiers, clock),
        byKind(pool),
        new FingerprintReview(pool, clock),
        pool.features().filter(f -> f.characteristic() instanceof PerceptualHash).toList());
  }

  private Map<Kind, ClassifierReview> byKind(Pool pool) {
    var reviews = new EnumMap<Kind, ClassifierReview>(Kind.class);
    fileClassifiers.forEach(
        (kind, asked) -> {
          var names = asked.stream().map(Classifier::name).toList();
          reviews.put(kind, new ClassifierReview(thresholds(pool, names::contains), asked, clock));
        });
    return reviews;
  }

  private boolean asksFiles(String name) {
    return fileClassifiers.values().stream()
        .flatMap(List::stream)
        .anyMatch(classifier -> classifier.name().equals(name));
  }

  /** The thresholds of a pool whose classifiers are of one kind. */
  private static Pool thresholds(Pool pool, Predicate<String> named) {
    return Pool.of(
        pool.version(),
        pool.features()
            .filter(
                feature ->
                    feature.characteristic() instanceof ClassifierThreshold threshold
                        && named.test(threshold.classifier()))
            .toList());
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

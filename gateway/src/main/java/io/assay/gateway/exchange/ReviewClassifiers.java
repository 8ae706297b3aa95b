package io.assay.gateway.exchange;

import io.assay.gateway.config.ClassifierConfig;
import io.assay.gateway.config.ReviewConfig;
import io.assay.gateway.exchange.CarriedFile.Kind;
import io.assay.review.classifier.Classifier;
import io.assay.review.classifier.GuardedClassifier;
import io.assay.review.classifier.GuardedClassifier.Limits;
import io.assay.review.classifier.LinearModelFile;
import io.assay.review.classifier.RemoteClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The classifiers of a configuration, each within its time and behind a circuit breaker. */
public final class ReviewClassifiers {
  private ReviewClassifiers() {}

  /** Those of texts. */
  public static List<Classifier> ofTexts(ReviewConfig config, InstantSource clock) {
    return guarded(config.classifiers(), clock);
  }

  /** Those of pictures and sounds. */
  public static Map<Kind, List<Classifier>> ofFiles(ReviewConfig config, InstantSource clock) {
    return Map.of(
        Kind.PICTURE,
        guarded(config.pictureClassifiers(), clock),
        Kind.SOUND,
        guarded(config.soundClassifiers(), clock));
  }

  private static List<Classifier> guarded(List<ClassifierConfig> configs, InstantSource clock) {
    return configs.stream().map(each -> guarded(each, clock)).toList();
  }

  private static Classifier guarded(ClassifierConfig config, InstantSource clock) {
    var usual = Limits.STANDARD;
    var limits = new Limits(config.timeout(), usual.atOnce(), usual.failures(), usual.rest());
    return new GuardedClassifier(classifier(config, clock), limits, clock);
  }

  private static Classifier classifier(ClassifierConfig config, InstantSource clock) {
    return config.kind() == ClassifierConfig.Kind.LINEAR
        ? linear(config)
        : RemoteClassifier.over(config.service(), config.timeout(), clock);
  }

  private static Classifier linear(ClassifierConfig config) {
    try (var in = Files.newInputStream(config.file())) {
      var model = LinearModelFile.read(in);
      if (!model.name().equals(config.name())) {
        throw new IllegalArgumentException(
            "the model in " + config.file() + " is called '" + model.name() + "'; call it so");
      }
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model " + config.file(), e);
    }
  }
}

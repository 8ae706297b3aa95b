package io.assay.review.classifier;

import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Location.Region;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Scored;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies the classifier thresholds of a pool to a text.
 *
 * <p>It fails closed: a threshold whose classifier failed, is unknown or has no score for the label
 * holds the content for a person, unless the feature runs in shadow. Safe for use by many threads.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10 paragraph 1.
 */
public final class ClassifierReview {

  private static final int MOST_PLACES = 16;

  private final Map<String, Classifier> classifiers;
  private final List<Feature> features;
  private final InstantSource clock;

  /** A review by the pool's thresholds; classifiers that none of them names are never called. */
  public ClassifierReview(Pool pool, Collection<Classifier> classifiers, InstantSource clock) {
    this.classifiers =
        classifiers.stream().collect(Collectors.toUnmodifiableMap(Classifier::name, c -> c));
    this.features =
        pool.features().filter(f -> f.characteristic() instanceof ClassifierThreshold).toList();
    this.clock = clock;
  }

  /** A verdict with the findings of the classifiers added. */
  public Verdict review(Verdict soFar, String text, Context context) {
    List<Finding> all = new ArrayList<>(soFar.findings());
    all.addAll(findings(text, context));
    return Verdict.of(soFar.reviewed(), all);
  }

  /** The findings of the thresholds that apply in a context. */
  public List<Finding> findings(String text, Context context) {
    return findings(text, PictureSize.UNKNOWN, context);
  }

  /**
   * The same of a picture that the classifiers are given as text. A hit is a finding for each place
   * where its label was seen, the first {@value #MOST_PLACES}, and one of the whole picture where
   * the classifier named none or one that is not in the picture, which the reason then says.
   *
   * @param size by which places in pixels are understood
   */
  public List<Finding> findings(String text, PictureSize size, Context context) {
    Map<String, Outcome> outcomes = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Feature feature : features) {
      if (applies(feature, context)) {
        ClassifierThreshold threshold = (ClassifierThreshold) feature.characteristic();
        Outcome outcome =
            outcomes.computeIfAbsent(threshold.classifier(), name -> classify(name, text));
        judge(feature, threshold, outcome, size, findings);
      }
    }
    return findings;
  }

  /**
   * A review of streams whose text leaves only once the classifiers have seen it too: passage by
   * passage of 200 to 1 000 characters, each judged together with the 1 000 characters before it.
   * Without a threshold that applies it is the given review itself.
   */
  public StreamReview open(StreamReview words, Context context) {
    return features.stream().anyMatch(feature -> applies(feature, context))
        ? new ClassifiedStream(words, this, context)
        : words;
  }

  private boolean applies(Feature feature, Context context) {
    return feature.rule().scope().covers(context) && !feature.entry().expiredAt(clock.instant());
  }

  private Outcome classify(String name, String text) {
    Classifier classifier = classifiers.get(name);
    return classifier == null
        ? new Failed(Outcome.Reason.BROKEN, "no classifier of that name is configured")
        : classifier.classify(text);
  }

  private static void judge(
      Feature feature,
      ClassifierThreshold threshold,
      Outcome outcome,
      PictureSize size,
      List<Finding> findings) {
    switch (outcome) {
      case Failed failed ->
          findings.add(
              finding(
                  feature,
                  Effect.HOLD,
                  "classifier '%s' gave no answer (%s: %s)"
                      .formatted(threshold.classifier(), failed.reason(), failed.detail())));
      case Scored scored -> {
        OptionalDouble score = scored.score(threshold.label());
        if (score.isEmpty()) {
          findings.add(
              finding(
                  feature,
                  Effect.HOLD,
                  "classifier '%s' %s knows no label '%s'"
                      .formatted(threshold.classifier(), scored.version(), threshold.label())));
        } else if (score.getAsDouble() >= threshold.threshold()) {
          findings.addAll(hit(feature, threshold, scored, score.getAsDouble(), size));
        }
      }
    }
  }

  private static List<Finding> hit(
      Feature feature,
      ClassifierThreshold threshold,
      Scored scored,
      double score,
      PictureSize size) {
    String why =
        "classifier '%s' %s scores %.3f for '%s', threshold %.3f"
            .formatted(
                threshold.classifier(),
                scored.version(),
                score,
                threshold.label(),
                threshold.threshold());
    Effect effect = feature.rule().disposition().effect();
    try {
      List<Region> places =
          scored.sightings().stream()
              .filter(it -> it.label().equals(threshold.label()))
              .limit(MOST_PLACES)
              .flatMap(it -> it.box().in(size).stream())
              .toList();
      return places.isEmpty()
          ? List.of(finding(feature, effect, why))
          : places.stream().map(place -> finding(feature, effect, place, why)).toList();
    } catch (IllegalArgumentException misplaced) {
      return List.of(finding(feature, effect, why + "; " + misplaced.getMessage()));
    }
  }

  private static Finding finding(Feature feature, Effect effect, String why) {
    return finding(feature, effect, new Location.Whole(), why);
  }

  private static Finding finding(Feature feature, Effect effect, Location where, String why) {
    Effect counted = feature.rule().mode() == Mode.SHADOW ? Effect.NOTED : effect;
    return new Finding(feature, counted, where, "", Set.of(), why);
  }
}

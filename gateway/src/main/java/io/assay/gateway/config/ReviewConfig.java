package io.assay.gateway.config;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What reviews beside the words of the pool.
 *
 * @param classifiers of texts, by whose names the pool's thresholds call them
 * @param pictureClassifiers the same of pictures, each given as a {@code data:} URI
 * @param soundClassifiers the same of sounds
 */
public record ReviewConfig(
    List<ClassifierConfig> classifiers,
    List<ClassifierConfig> pictureClassifiers,
    List<ClassifierConfig> soundClassifiers) {
  public ReviewConfig(
      @Nullable List<ClassifierConfig> classifiers,
      @Nullable List<ClassifierConfig> pictureClassifiers,
      @Nullable List<ClassifierConfig> soundClassifiers) {
    this.classifiers = classifiers == null ? List.of() : List.copyOf(classifiers);
    this.pictureClassifiers = ofFiles(pictureClassifiers);
    this.soundClassifiers = ofFiles(soundClassifiers);
    Stream.concat(this.classifiers.stream(), this.soundClassifiers.stream())
        .filter(classifier -> !classifier.boxes().isEmpty())
        .findFirst()
        .ifPresent(
            classifier -> {
              throw new SettingsException(
                  "classifier '" + classifier.name() + "' has boxes, but sees no pictures");
            });
    var all = all().toList();
    if (all.stream().map(ClassifierConfig::name).distinct().count() != all.size()) {
      throw new SettingsException("two classifiers share a name; give each its own");
    }
  }

  /** Every classifier, of whatever it sees. */
  public Stream<ClassifierConfig> all() {
    return Stream.of(classifiers, pictureClassifiers, soundClassifiers).flatMap(List::stream);
  }

  private static List<ClassifierConfig> ofFiles(@Nullable List<ClassifierConfig> given) {
    var classifiers = given == null ? List.<ClassifierConfig>of() : given;
    for (var classifier : classifiers) {
      if (classifier.kind() != ClassifierConfig.Kind.JSON) {
        throw new SettingsException(
            "classifier '"
                + classifier.name()
                + "' of pictures or sounds is of kind "
                + classifier.kind()
                + ", which reads text; write it as kind json, with {{text}} for the data: URI");
      }
    }
    return classifiers.stream().map(ClassifierConfig::whole).toList();
  }

  public static ReviewConfig defaults() {
    return new ReviewConfig(null, null, null);
  }
}

package io.assay.gateway.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reviews beside the words of the pool.
 *
 * @param classifiers by whose names the pool's thresholds call them
 */
public record ReviewConfig(List<ClassifierConfig> classifiers) {
  public ReviewConfig(@Nullable List<ClassifierConfig> classifiers) {
    this.classifiers = classifiers == null ? List.of() : List.copyOf(classifiers);
    long names = this.classifiers.stream().map(ClassifierConfig::name).distinct().count();
    if (names != this.classifiers.size()) {
      throw new SettingsException("two classifiers share a name; give each its own");
    }
  }

  public static ReviewConfig defaults() {
    return new ReviewConfig(null);
  }
}

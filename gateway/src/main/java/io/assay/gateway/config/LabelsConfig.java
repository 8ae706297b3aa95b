package io.assay.gateway.config;

import io.assay.review.classifier.JsonService.Reading;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a service's answer lists the labels that it found; places are JSON pointers. A label that
 * is not listed was not found.
 *
 * @param place of the array of items
 * @param label of the label, in an item
 * @param score of the score, in an item
 * @param scale the score that stands for certainty
 * @param clean the label of an item that says that nothing was found
 */
public record LabelsConfig(String place, String label, String score, Double scale, String clean) {
  public LabelsConfig(
      @Nullable String place,
      @Nullable String label,
      @Nullable String score,
      @Nullable Double scale,
      @Nullable String clean) {
    this.place = Objects.requireNonNullElse(place, "");
    this.label = Objects.requireNonNullElse(label, "/label");
    this.score = Objects.requireNonNullElse(score, "/score");
    this.scale = Objects.requireNonNullElse(scale, 1.0);
    this.clean = Objects.requireNonNullElse(clean, "");
    if (!(this.scale > 0)) {
      throw new SettingsException("the scale of scores is above 0, got " + this.scale);
    }
  }

  Reading reading() {
    return new Reading.Labels(place, label, score, scale, clean, "", "");
  }
}

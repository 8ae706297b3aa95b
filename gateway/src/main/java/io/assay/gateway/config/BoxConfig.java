package io.assay.gateway.config;

import io.assay.review.classifier.Box.Unit;
import io.assay.review.classifier.Boxes;
import io.assay.review.classifier.Boxes.Sides;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a service's answer says in which places of a picture labels were seen; places are JSON
 * pointers. The unit is required: nobody guesses whether numbers are pixels or shares.
 *
 * @param place of an array of items
 * @param label of the label, in an item
 * @param of the label of every item, where items name none
 * @param left of the left edge, in an item
 * @param width of the width; or {@code right} of the right edge
 * @param height of the height; or {@code bottom} of the lower edge
 * @param unit pixels, or fractions from 0 to 1
 */
public record BoxConfig(
    String place,
    String label,
    String of,
    String left,
    String top,
    String width,
    String height,
    String right,
    String bottom,
    Unit unit) {

  public BoxConfig(
      @Nullable String place,
      @Nullable String label,
      @Nullable String of,
      @Nullable String left,
      @Nullable String top,
      @Nullable String width,
      @Nullable String height,
      @Nullable String right,
      @Nullable String bottom,
      @Nullable Unit unit) {
    if (unit == null) {
      throw new SettingsException("boxes need a unit: pixels or fractions");
    }
    this.place = Objects.requireNonNullElse(place, "");
    this.label = Objects.requireNonNullElse(label, "");
    this.of = Objects.requireNonNullElse(of, "");
    this.left = Objects.requireNonNullElse(left, "");
    this.top = Objects.requireNonNullElse(top, "");
    this.width = Objects.requireNonNullElse(width, "");
    this.height = Objects.requireNonNullElse(height, "");
    this.right = Objects.requireNonNullElse(right, "");
    this.bottom = Objects.requireNonNullElse(bottom, "");
    this.unit = unit;
    boolean sized = !(this.width + this.height).isEmpty();
    if (sized == !(this.right + this.bottom).isEmpty()) {
      throw new SettingsException("boxes need either width and height, or right and bottom");
    }
  }

  Boxes boxes() {
    var sides =
        right.isEmpty() && bottom.isEmpty()
            ? new Sides.Sized(left, top, width, height)
            : new Sides.Cornered(left, top, right, bottom);
    return new Boxes(place, label, of, sides, unit);
  }
}

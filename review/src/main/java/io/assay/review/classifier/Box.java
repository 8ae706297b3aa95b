package io.assay.review.classifier;

import io.assay.review.Location.Region;
import java.util.Optional;

/**
 * Where in a picture a classifier saw something, in the classifier's own unit and from the upper
 * left corner.
 */
public record Box(double left, double top, double width, double height, Unit unit) {

  /** By how much of the picture a box may stand over its edge, as detectors' boxes do. */
  private static final double SLACK = 0.02;

  /** What the numbers of a box count. */
  public enum Unit {
    PIXELS,
    /** Shares of the picture's width and height, from 0 to 1. */
    FRACTIONS
  }

  /**
   * The region of the picture, cut off at its edges; empty where pixels are of a picture of unknown
   * size.
   *
   * @throws IllegalArgumentException if the box is no rectangle in the picture
   */
  Optional<Region> in(PictureSize size) {
    return switch (unit) {
      case FRACTIONS -> Optional.of(region(1, 1));
      case PIXELS -> {
        if (!size.known()) {
          yield Optional.empty();
        }
        if (width < 1 || height < 1) {
          throw refused("it is smaller than a pixel; is it a share of the picture?");
        }
        yield Optional.of(region(size.width(), size.height()));
      }
    };
  }

  private Region region(double across, double down) {
    double from = edge(left / across);
    double to = edge((left + width) / across);
    double above = edge(top / down);
    double below = edge((top + height) / down);
    if (to <= from || below <= above) {
      throw refused("nothing of it is in the picture");
    }
    return new Region(from, above, to - from, below - above);
  }

  private double edge(double share) {
    if (!(share >= -SLACK && share <= 1 + SLACK)) {
      throw refused("it stands outside the picture");
    }
    return Math.clamp(share, 0.0, 1.0);
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "its box %s, %s, %s by %s in %s: %s".formatted(left, top, width, height, unit, why));
  }
}

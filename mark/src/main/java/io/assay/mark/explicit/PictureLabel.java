package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The label on a picture: one line on a plate at an edge or a corner, where it hides least. One
 * placement serves every frame of an animation.
 */
public final class PictureLabel {
  private static final double MARGIN = 0.03;
  private static final double CONTRAST = 4.5;

  /** A spot for the plate, as displayed; {@code rank} prefers the usual corners. */
  private record Spot(int x, int y, double rank) {}

  private final LabelMask mask;
  private final Orientation orientation;
  private final int width;
  private final int height;
  private final Spot spot;

  /** Finds the place on {@code picture}, which is stored as {@code orientation} says. */
  public PictureLabel(String text, BufferedImage picture, Orientation orientation) {
    this.orientation = orientation;
    boolean swapped = orientation.swapsSides();
    this.width = swapped ? picture.getHeight() : picture.getWidth();
    this.height = swapped ? picture.getWidth() : picture.getHeight();
    this.mask = LabelMask.fit(text, width, height);
    this.spot =
        spots().min(Comparator.comparingDouble(s -> s.rank() + detail(picture, s))).orElseThrow();
  }

  private Stream<Spot> spots() {
    int margin = (int) Math.round(Math.min(width, height) * MARGIN);
    int right = width - mask.width() - Math.min(margin, (width - mask.width()) / 2);
    int left = Math.min(margin, (width - mask.width()) / 2);
    int top = Math.min(margin, (height - mask.height()) / 2);
    int bottom = height - mask.height() - top;
    int middle = (width - mask.width()) / 2;
    return List.of(
        new Spot(right, bottom, 0),
        new Spot(left, bottom, 2),
        new Spot(right, top, 3),
        new Spot(left, top, 4),
        new Spot(middle, bottom, 6),
        new Spot(middle, top, 8))
        .stream();
  }

  /** The mean step between neighbouring pixels where the plate would stand. */
  private double detail(BufferedImage picture, Spot at) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < mask.height(); y += 2) {
      for (int x = 0; x + 1 < mask.width(); x += 2) {
        double here = luma(rgb(picture, at.x() + x, at.y() + y));
        double next = luma(rgb(picture, at.x() + x + 1, at.y() + y));
        sum += Math.abs(here - next);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Draws the label and says where it stands. */
  public AppliedLabel.Picture draw(BufferedImage picture, int frames) {
    return paint(picture, Plate.over(darkest(picture), lightest(picture), CONTRAST), frames);
  }

  /** Draws the label so that it stays legible over every shade between two. */
  AppliedLabel.Picture drawOver(BufferedImage picture, double darkest, double lightest) {
    return paint(picture, Plate.over(darkest, lightest, CONTRAST), 1);
  }

  private AppliedLabel.Picture paint(BufferedImage picture, Plate plate, int frames) {
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        int storedX = orientation.storedX(spot.x() + x, spot.y() + y, picture.getWidth());
        int storedY = orientation.storedY(spot.x() + x, spot.y() + y, picture.getHeight());
        int under = picture.getRGB(storedX, storedY);
        picture.setRGB(storedX, storedY, plate.paint(under, mask.ink(x, y)));
      }
    }
    return new AppliedLabel.Picture(
        mask.text(),
        spot.x(),
        spot.y(),
        mask.width(),
        mask.height(),
        mask.inkHeight(),
        Math.min(width, height),
        frames);
  }

  private double darkest(BufferedImage picture) {
    return lumas(picture).min().orElse(0);
  }

  private double lightest(BufferedImage picture) {
    return lumas(picture).max().orElse(255);
  }

  private DoubleStream lumas(BufferedImage picture) {
    return IntStream.range(0, mask.width() * mask.height())
        .mapToDouble(
            i -> luma(rgb(picture, spot.x() + i % mask.width(), spot.y() + i / mask.width())));
  }

  private int rgb(BufferedImage picture, int x, int y) {
    return picture.getRGB(
        orientation.storedX(x, y, picture.getWidth()),
        orientation.storedY(x, y, picture.getHeight()));
  }

  private static double luma(int rgb) {
    return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
  }
}

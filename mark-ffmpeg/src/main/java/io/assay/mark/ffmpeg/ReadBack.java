package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** Holds what was encoded against what was drawn. */
final class ReadBack {
  private static final double FARTHEST = 16;

  private ReadBack() {}

  /** Refuses a picture whose label differs from the one drawn by more than an encoder does. */
  static void requireVisible(BufferedImage drawn, BufferedImage decoded, Rectangle area) {
    boolean same =
        drawn.getWidth() == decoded.getWidth() && drawn.getHeight() == decoded.getHeight();
    double distance = same ? distance(drawn, decoded, area) : 255;
    if (distance > FARTHEST) {
      throw new MarkException(
          Reason.READ_BACK,
          String.format("the label reads back %.1f of 255 away from what was drawn", distance));
    }
  }

  /** The mean step between the green of two pictures. */
  private static double distance(BufferedImage drawn, BufferedImage decoded, Rectangle area) {
    long sum = 0;
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        sum += Math.abs((drawn.getRGB(x, y) >> 8 & 0xff) - (decoded.getRGB(x, y) >> 8 & 0xff));
      }
    }
    return sum / ((double) area.width * area.height);
  }
}

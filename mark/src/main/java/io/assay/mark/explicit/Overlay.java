package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import java.awt.image.BufferedImage;

/**
 * The label of a video as a picture to lay over its frames. Its plate keeps the contrast over any
 * content.
 *
 * @param plate with an alpha channel
 * @param applied where it stands, in pixels of the frame as displayed
 */
public record Overlay(BufferedImage plate, AppliedLabel.Picture applied) {

  /** The label for a video whose first frame is {@code frame}. */
  public static Overlay on(BufferedImage frame, String text) {
    PictureLabel label = new PictureLabel(text, frame, Orientation.UPRIGHT);
    BufferedImage canvas =
        new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_ARGB);
    AppliedLabel.Picture applied = label.drawOver(canvas, 0, 255);
    BufferedImage plate =
        canvas.getSubimage(applied.x(), applied.y(), applied.width(), applied.height());
    return new Overlay(plate, applied);
  }

  /**
   * How well a frame shows the label: the correlation of its brightness with the label's ink, 1 for
   * a perfect copy, 0 for none.
   */
  public double visibility(BufferedImage frame) {
    double n = plate.getWidth() * (double) plate.getHeight();
    double sumA = 0;
    double sumB = 0;
    double sumAa = 0;
    double sumBb = 0;
    double sumAb = 0;
    for (int y = 0; y < plate.getHeight(); y++) {
      for (int x = 0; x < plate.getWidth(); x++) {
        double a = plate.getRGB(x, y) & 0xff;
        double b = (frame.getRGB(applied.x() + x, applied.y() + y) >> 8) & 0xff;
        sumA += a;
        sumB += b;
        sumAa += a * a;
        sumBb += b * b;
        sumAb += a * b;
      }
    }
    double spread = Math.sqrt((n * sumAa - sumA * sumA) * (n * sumBb - sumB * sumB));
    return spread == 0 ? 0 : (n * sumAb - sumA * sumB) / spread;
  }
}

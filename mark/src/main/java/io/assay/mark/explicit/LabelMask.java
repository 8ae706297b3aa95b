package io.assay.mark.explicit;

import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A line of text as a raster of coverage, with the room around it that its plate fills.
 *
 * @param width of the plate in pixels
 * @param height of the plate in pixels
 * @param coverage how far the ink covers each pixel, 0 to 255, row by row
 * @param inkHeight the height in pixels of the lowest element character
 */
record LabelMask(String text, int width, int height, byte[] coverage, int inkHeight) {
  private static final String ELEMENTS = "AI人工智能生成合";
  private static final double SHARE = 0.05;
  private static final double PADDING = 0.3;
  private static final int LEGIBLE = 9;
  private static final int SOLID = 128;

  /**
   * The smallest line whose every element character is as high as section 5 asks on a picture with
   * this shortest side, and large enough to read where the picture has the room.
   */
  static LabelMask fit(String text, int pictureWidth, int pictureHeight) {
    int shortest = Math.min(pictureWidth, pictureHeight);
    int needed = (int) Math.ceil(shortest * SHARE);
    LabelMask legible = atLeast(text, Math.max(needed, LEGIBLE));
    LabelMask mask = legible.fits(pictureWidth, pictureHeight) ? legible : atLeast(text, needed);
    if (!mask.fits(pictureWidth, pictureHeight)) {
      throw new MarkException(
          Reason.REQUEST,
          "the label \""
              + text
              + "\" does not fit a picture of "
              + pictureWidth
              + "x"
              + pictureHeight
              + "; use shorter words");
    }
    return mask;
  }

  private boolean fits(int pictureWidth, int pictureHeight) {
    return width <= pictureWidth && height <= pictureHeight;
  }

  private static LabelMask atLeast(String text, int needed) {
    double em = needed / 0.74;
    LabelMask mask = render(text, em);
    while (mask.inkHeight() < needed) {
      em = Math.max(em * 1.01, em + 0.25);
      mask = render(text, em);
    }
    return mask;
  }

  private static LabelMask render(String text, double em) {
    Rectangle2D bounds = LabelFont.outline(text, em).getBounds2D();
    int padding = (int) Math.ceil(em * PADDING);
    int width = (int) Math.ceil(bounds.getWidth()) + 2 * padding;
    int height = (int) Math.ceil(bounds.getHeight()) + 2 * padding;
    BufferedImage picture =
        paint(
            LabelFont.outline(text, em),
            padding - bounds.getX(),
            padding - bounds.getY(),
            width,
            height);
    byte[] coverage = new byte[width * height];
    picture.getRaster().getDataElements(0, 0, width, height, coverage);
    return new LabelMask(text, width, height, coverage, lowestElement(text, em));
  }

  private static int lowestElement(String text, double em) {
    int lowest = Integer.MAX_VALUE;
    for (String character : text.codePoints().mapToObj(Character::toString).toList()) {
      if (ELEMENTS.contains(character)) {
        lowest = Math.min(lowest, solidRows(character, em));
      }
    }
    return lowest == Integer.MAX_VALUE ? solidRows(text, em) : lowest;
  }

  /** How many rows hold at least one pixel that ink covers by half. */
  private static int solidRows(String text, double em) {
    Shape outline = LabelFont.outline(text, em);
    Rectangle2D bounds = outline.getBounds2D();
    int width = (int) Math.ceil(bounds.getWidth()) + 2;
    int height = (int) Math.ceil(bounds.getHeight()) + 2;
    BufferedImage picture = paint(outline, 1 - bounds.getX(), 1 - bounds.getY(), width, height);
    int rows = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (picture.getRaster().getSample(x, y, 0) >= SOLID) {
          rows++;
          break;
        }
      }
    }
    return rows;
  }

  private static BufferedImage paint(Shape outline, double x, double y, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline));
    graphics.dispose();
    return picture;
  }

  /** How far ink covers a pixel of the plate, 0 to 1. */
  double ink(int x, int y) {
    return (coverage[y * width + x] & 0xff) / 255.0;
  }
}

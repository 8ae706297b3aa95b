package io.assay.mark.explicit;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Painting on the canvas of an animation. */
public final class Frames {
  private Frames() {}

  public static BufferedImage copy(BufferedImage picture, int width, int height) {
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    paint(copy, picture, 0, 0, true);
    return copy;
  }

  /** Paints a frame over what is there, or in its place. */
  public static void paint(
      BufferedImage canvas, BufferedImage frame, int x, int y, boolean replace) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setComposite(replace ? AlphaComposite.Src : AlphaComposite.SrcOver);
    graphics.drawImage(frame, x, y, null);
    graphics.dispose();
  }

  public static void clear(BufferedImage canvas, int x, int y, int width, int height) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setComposite(AlphaComposite.Clear);
    graphics.fillRect(x, y, width, height);
    graphics.dispose();
  }
}

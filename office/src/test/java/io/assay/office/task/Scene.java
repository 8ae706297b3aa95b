package io.assay.office.task;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Drawn pictures. */
final class Scene {
  private Scene() {}

  static byte[] mirrored(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    BufferedImage mirrored =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = mirrored.createGraphics();
    pen.drawImage(image, image.getWidth(), 0, -image.getWidth(), image.getHeight(), null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(mirrored, "png", out);
    return out.toByteArray();
  }

  /** A drawn scene at some width, or another scene. */
  static byte[] picture(int width) throws IOException {
    int size = Math.abs(width) == 1 ? 400 : width;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.WHITE, size, width > 0 ? size / 2f : 0, Color.BLUE));
    pen.fillRect(0, 0, size, size);
    pen.setColor(Color.BLACK);
    int step = width > 0 ? 5 : 9;
    for (int i = 0; i < step; i++) {
      int at = i * size / step;
      pen.fillOval(at, width > 0 ? at / 2 : size - at - size / 4, size / 6, size / (4 + i));
    }
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}

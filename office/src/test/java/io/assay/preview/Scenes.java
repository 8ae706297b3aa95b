package io.assay.preview;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Drawn pictures. */
final class Scenes {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 320;

  private Scenes() {}

  /** Lanterns over water at night, others for each seed. */
  static byte[] scene(long seed) throws IOException {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Color dusk = new Color(20 + random.nextInt(40), 30, 90);
    pen.setPaint(new GradientPaint(0, 0, dusk, 0, HEIGHT, new Color(220, 140, 90)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < 24; i++) {
      int size = 20 + random.nextInt(70);
      pen.setColor(new Color(255, 120 + random.nextInt(120), random.nextInt(90)));
      pen.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT - 80), size, size * 4 / 3);
    }
    pen.setColor(new Color(10, 30, 50));
    pen.fillRect(0, HEIGHT - 60, WIDTH, 60);
    pen.dispose();
    return png(image);
  }

  static byte[] upsideDown(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    BufferedImage turned = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = turned.createGraphics();
    pen.drawImage(image, 0, HEIGHT, WIDTH, -HEIGHT, null);
    pen.dispose();
    return png(turned);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}

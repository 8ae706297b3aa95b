package io.assay.gateway.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** A landscape drawn from the prompt: its words choose the scene, its hash the details. */
final class SamplePicture {
  private static final Color[][] SKIES = {
    {new Color(0x2B5876), new Color(0xF6D8AE)},
    {new Color(0x0F2027), new Color(0x4A7C8C)},
    {new Color(0x7F9FD1), new Color(0xFDF3E7)},
    {new Color(0xD76D77), new Color(0xFFE3A9)},
  };

  private final Random random;
  private final Graphics2D graphics;
  private final int width;
  private final int height;

  private SamplePicture(Random random, Graphics2D graphics, int width, int height) {
    this.random = random;
    this.graphics = graphics;
    this.width = width;
    this.height = height;
  }

  static BufferedImage draw(String prompt, int number, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    var seed = prompt.hashCode() * 31L + number;
    new SamplePicture(new Random(seed), graphics, width, height)
        .scene(prompt.toLowerCase(Locale.ROOT));
    graphics.dispose();
    return image;
  }

  static byte[] encode(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format.equals("jpg") ? "jpeg" : format, out)) {
        throw new IOException("no writer for " + format);
      }
    } catch (IOException e) {
      throw SampleUpstream.broken(e);
    }
    return out.toByteArray();
  }

  private void scene(String prompt) {
    sky(SKIES[random.nextInt(SKIES.length)]);
    sun();
    if (mentions(prompt, "sea", "ocean", "lake", "海", "湖")) {
      hills(0.55, 2);
      water();
    } else if (mentions(prompt, "city", "street", "tower", "城", "街")) {
      hills(0.5, 1);
      city();
    } else {
      hills(0.45, 4);
      trees();
    }
  }

  private static boolean mentions(String prompt, String... words) {
    for (var word : words) {
      if (prompt.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private void sky(Color[] colors) {
    graphics.setPaint(new GradientPaint(0, 0, colors[0], 0, height, colors[1]));
    graphics.fillRect(0, 0, width, height);
  }

  private void sun() {
    double size = height * (0.08 + 0.06 * random.nextDouble());
    double x = width * (0.15 + 0.7 * random.nextDouble());
    graphics.setColor(new Color(255, 244, 214, 220));
    graphics.fill(new Ellipse2D.Double(x, height * 0.18, size, size));
  }

  private void hills(double horizon, int layers) {
    for (int layer = 0; layer < layers; layer++) {
      double base = height * (horizon + layer * 0.13);
      double phase = random.nextDouble() * 6;
      var hill = new Path2D.Double();
      hill.moveTo(0, height);
      for (int x = 0; x <= width + 8; x += 8) {
        double t = 9.0 * x / width;
        double rise = Math.sin(t + phase) + 0.5 * Math.sin(2.3 * t + 2 * phase);
        hill.lineTo(x, base - rise * height * 0.05);
      }
      hill.lineTo(width, height);
      hill.closePath();
      int shade = 110 - layer * 22;
      graphics.setColor(new Color(shade / 2, shade, (int) (shade * 0.8)));
      graphics.fill(hill);
    }
  }

  private void water() {
    graphics.setPaint(
        new GradientPaint(0, height * 0.7f, new Color(0x3E7C99), 0, height, new Color(0x12323F)));
    graphics.fill(new Rectangle2D.Double(0, height * 0.7, width, height * 0.3));
    graphics.setColor(new Color(255, 255, 255, 60));
    for (int i = 0; i < 60; i++) {
      double y = height * (0.71 + 0.28 * random.nextDouble());
      double length = width * (0.02 + 0.08 * random.nextDouble());
      graphics.fill(new Rectangle2D.Double(random.nextDouble() * width, y, length, 2));
    }
  }

  private void city() {
    for (double x = 0; x < width; ) {
      double w = width * (0.04 + 0.05 * random.nextDouble());
      double h = height * (0.15 + 0.4 * random.nextDouble());
      int shade = 30 + random.nextInt(40);
      graphics.setColor(new Color(shade, shade + 5, shade + 15));
      graphics.fill(new Rectangle2D.Double(x, height - h, w, h));
      windows(x, height - h, w, h);
      x += w * 1.08;
    }
  }

  private void windows(double x, double y, double w, double h) {
    graphics.setColor(new Color(255, 221, 150, 200));
    double step = Math.max(6, w / 6);
    for (double wy = y + step; wy < y + h - step; wy += step * 1.4) {
      for (double wx = x + step / 2; wx < x + w - step / 2; wx += step) {
        if (random.nextInt(3) > 0) {
          graphics.fill(new Rectangle2D.Double(wx, wy, step * 0.45, step * 0.6));
        }
      }
    }
  }

  private void trees() {
    for (int i = 0; i < 40; i++) {
      double near = random.nextDouble();
      double y = height * (0.72 + 0.25 * near);
      double size = height * (0.03 + 0.07 * near);
      double x = random.nextDouble() * width;
      var tree = new Path2D.Double();
      tree.moveTo(x, y - size * 2);
      tree.lineTo(x - size * 0.6, y);
      tree.lineTo(x + size * 0.6, y);
      tree.closePath();
      graphics.setColor(new Color(18, 50 + random.nextInt(30), 40));
      graphics.fill(tree);
    }
  }
}

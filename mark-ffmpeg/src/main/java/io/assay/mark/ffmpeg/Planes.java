package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A decoded picture as planes of brightness and colour, so that nothing is converted. */
final class Planes {
  private final PixelFormat format;
  private final int width;
  private final int height;
  private final ByteBuffer samples;

  Planes(PixelFormat format, int width, int height, byte[] samples) {
    if (samples.length != format.bytes(width, height)) {
      throw MarkException.malformed("the coded picture is not as large as it says", 0);
    }
    this.format = format;
    this.width = width;
    this.height = height;
    this.samples = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
  }

  byte[] bytes() {
    return samples.array();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  private int get(int index) {
    return format.width() == 2 ? samples.getShort(2 * index) & 0xffff : samples.get(index) & 0xff;
  }

  private void put(int index, int value) {
    if (format.width() == 2) {
      samples.putShort(2 * index, (short) value);
    } else {
      samples.put(index, (byte) value);
    }
  }

  /** Shows the brightness in a picture of eight bits, as far as it reaches. */
  void show(BufferedImage picture, int atX, int atY) {
    for (int y = 0; y < Math.min(height, picture.getHeight() - atY); y++) {
      for (int x = 0; x < Math.min(width, picture.getWidth() - atX); x++) {
        int shade = get(y * width + x) >> (format.depth() - 8);
        picture.setRGB(atX + x, atY + y, 0x010101 * shade);
      }
    }
  }

  /** Takes the brightness of an area from a picture, shifted, and the colour out of it. */
  void paint(BufferedImage picture, Rectangle area, int dx, int dy) {
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        int shade = (picture.getRGB(dx + x, dy + y) & 0xff) << (format.depth() - 8);
        put(y * width + x, shade);
        if (format.rgb()) {
          put(width * height + y * width + x, shade);
          put(2 * width * height + y * width + x, shade);
        }
      }
    }
    if (format.colour() && !format.rgb()) {
      takeColour(area);
    }
  }

  private void takeColour(Rectangle area) {
    int wide = PixelFormat.samples(width, format.shiftX());
    int plane = wide * PixelFormat.samples(height, format.shiftY());
    int grey = 1 << (format.depth() - 1);
    for (int y = area.y >> format.shiftY(); y << format.shiftY() < area.y + area.height; y++) {
      for (int x = area.x >> format.shiftX(); x << format.shiftX() < area.x + area.width; x++) {
        put(width * height + y * wide + x, grey);
        put(width * height + plane + y * wide + x, grey);
      }
    }
  }

  /** Fills an area with the brightest sample: opaque, where the picture is an opacity. */
  void fill(Rectangle area) {
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        put(y * width + x, (1 << format.depth()) - 1);
      }
    }
  }
}

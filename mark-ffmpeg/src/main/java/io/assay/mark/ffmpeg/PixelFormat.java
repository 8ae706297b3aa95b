package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the samples of a decoded picture lie: a plane of brightness, and two of colour or none; or
 * green, blue and red.
 *
 * @param name FFmpeg's
 * @param shiftX by how many bits the colour planes are narrower
 * @param shiftY by how many bits they are lower
 * @param depth bits of a sample
 */
record PixelFormat(String name, boolean colour, boolean rgb, int shiftX, int shiftY, int depth) {
  private static final Pattern NAME =
      Pattern.compile("(gray|gbrp|yuvj?(420|422|444)p)((10|12)le)?");

  static PixelFormat of(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw MarkException.unsupported("a label on a picture of pixel format " + name);
    }
    boolean rgb = parts.group(1).equals("gbrp");
    boolean colour = rgb || parts.group(2) != null;
    int depth = parts.group(4) == null ? 8 : Integer.parseInt(parts.group(4));
    int shiftX = colour && !rgb && !parts.group(2).equals("444") ? 1 : 0;
    int shiftY = colour && !rgb && parts.group(2).equals("420") ? 1 : 0;
    return new PixelFormat(name, colour, rgb, shiftX, shiftY, depth);
  }

  /** Bytes of a sample. */
  int width() {
    return depth > 8 ? 2 : 1;
  }

  /** Samples of one colour plane along a side. */
  static int samples(int pixels, int shift) {
    return (pixels + (1 << shift) - 1) >> shift;
  }

  /** Bytes of a picture. */
  long bytes(int pixelsX, int pixelsY) {
    long chroma = (long) samples(pixelsX, shiftX) * samples(pixelsY, shiftY);
    return width() * ((long) pixelsX * pixelsY + (colour ? 2 * chroma : 0));
  }
}

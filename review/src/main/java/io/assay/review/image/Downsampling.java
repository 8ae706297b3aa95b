package io.assay.review.image;

import java.util.Arrays;

/**
 * Blurs a picture by two passes of a box filter along each axis and samples 64 by 64 points of it.
 *
 * <p>Large pictures are first averaged over whole blocks of pixels. Source: Jarosz, Fast Image
 * Convolutions, 2001.
 */
final class Downsampling {

  private static final int SIDE = 64;
  private static final int WINDOWS = 128;
  private static final int ENOUGH = 512;

  private Downsampling() {}

  static float[] to64(Luma luma) {
    Luma small = shrink(luma);
    float[] plane = small.samples().clone();
    float[] other = new float[plane.length];
    int width = small.width();
    int height = small.height();
    for (int pass = 0; pass < 2; pass++) {
      alongRows(plane, other, width, height, window(width));
      alongColumns(other, plane, width, height, window(height));
    }
    float[] sampled = new float[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      int row = (int) ((y + 0.5) * height / SIDE);
      for (int x = 0; x < SIDE; x++) {
        sampled[y * SIDE + x] = plane[row * width + (int) ((x + 0.5) * width / SIDE)];
      }
    }
    return sampled;
  }

  private static Luma shrink(Luma luma) {
    int across = Math.max(1, luma.width() / ENOUGH);
    int down = Math.max(1, luma.height() / ENOUGH);
    if (across == 1 && down == 1) {
      return luma;
    }
    int width = luma.width() / across;
    int height = luma.height() / down;
    float[] averaged = new float[width * height];
    float share = 1f / (across * down);
    for (int y = 0; y < height; y++) {
      for (int line = y * down; line < (y + 1) * down; line++) {
        int at = line * luma.width();
        for (int x = 0; x < width; x++) {
          float sum = 0;
          for (int i = 0; i < across; i++) {
            sum += luma.samples()[at++];
          }
          averaged[y * width + x] += sum * share;
        }
      }
    }
    return new Luma(width, height, averaged);
  }

  private static int window(int length) {
    return (length + WINDOWS - 1) / WINDOWS;
  }

  private static void alongRows(float[] in, float[] out, int width, int height, int window) {
    int ahead = window / 2;
    int behind = window - 1 - ahead;
    for (int y = 0; y < height; y++) {
      int row = y * width;
      float sum = 0;
      for (int x = 0; x < Math.min(ahead, width); x++) {
        sum += in[row + x];
      }
      for (int x = 0; x < width; x++) {
        int enters = x + ahead;
        if (enters < width) {
          sum += in[row + enters];
        }
        out[row + x] = sum / held(x, ahead, behind, width);
        if (x >= behind) {
          sum -= in[row + x - behind];
        }
      }
    }
  }

  private static void alongColumns(float[] in, float[] out, int width, int height, int window) {
    int ahead = window / 2;
    int behind = window - 1 - ahead;
    float[] sums = new float[width];
    Arrays.fill(sums, 0);
    for (int y = 0; y < Math.min(ahead, height); y++) {
      add(sums, in, y * width, 1);
    }
    for (int y = 0; y < height; y++) {
      if (y + ahead < height) {
        add(sums, in, (y + ahead) * width, 1);
      }
      float share = held(y, ahead, behind, height);
      int row = y * width;
      for (int x = 0; x < width; x++) {
        out[row + x] = sums[x] / share;
      }
      if (y >= behind) {
        add(sums, in, (y - behind) * width, -1);
      }
    }
  }

  private static void add(float[] sums, float[] in, int row, float sign) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += sign * in[row + x];
    }
  }

  private static int held(int at, int ahead, int behind, int length) {
    return Math.min(length - 1, at + ahead) - Math.max(0, at - behind) + 1;
  }
}

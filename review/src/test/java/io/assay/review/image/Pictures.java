package io.assay.review.image;

import java.util.Random;

/** Pictures drawn from a seed: rectangles of one brightness over a gradient. */
final class Pictures {

  private Pictures() {}

  static int[] pixels(long seed, int width, int height) {
    Random random = new Random(seed);
    int[] grey = new int[width * height];
    int slope = random.nextInt(200);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        grey[y * width + x] = 20 + (slope * x / width + (200 - slope) * y / height);
      }
    }
    for (int i = 0; i < 60; i++) {
      int left = random.nextInt(1000) * width / 1000;
      int top = random.nextInt(1000) * height / 1000;
      int right = Math.min(width, left + 1 + random.nextInt(400) * width / 1000);
      int bottom = Math.min(height, top + 1 + random.nextInt(400) * height / 1000);
      int value = random.nextInt(256);
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          grey[y * width + x] = value;
        }
      }
    }
    for (int i = 0; i < grey.length; i++) {
      grey[i] *= 0x010101;
    }
    return grey;
  }

  static Luma of(long seed, int width, int height) {
    return Luma.ofRgb(width, height, pixels(seed, width, height));
  }

  /** A picture turned by a quarter to the left. */
  static Luma turned(Luma picture) {
    float[] samples = new float[picture.samples().length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        samples[(picture.width() - 1 - x) * picture.height() + y] =
            picture.samples()[y * picture.width() + x];
      }
    }
    return new Luma(/* width= */ picture.height(), /* height= */ picture.width(), samples);
  }

  static Luma mirrored(Luma picture) {
    float[] samples = new float[picture.samples().length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        samples[y * picture.width() + picture.width() - 1 - x] =
            picture.samples()[y * picture.width() + x];
      }
    }
    return new Luma(picture.width(), picture.height(), samples);
  }
}

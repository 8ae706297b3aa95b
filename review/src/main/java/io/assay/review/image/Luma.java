package io.assay.review.image;

import java.util.Objects;

/**
 * The brightness of a picture, row by row from the top left, each sample from 0 to 255.
 *
 * @param samples width times height samples; not copied, so leave them alone
 */
public record Luma(int width, int height, float[] samples) {

  private static final int LARGEST = 1 << 28;

  public Luma {
    Objects.requireNonNull(samples, "samples");
    if (width < 1 || height < 1 || (long) width * height > LARGEST) {
      throw new IllegalArgumentException(
          "a picture of %d by %d is empty or too large; decode it smaller"
              .formatted(width, height));
    }
    if (samples.length != width * height) {
      throw new IllegalArgumentException(
          "%d samples do not make %d by %d".formatted(samples.length, width, height));
    }
  }

  /** From packed pixels with red in bits 16 to 23, green in 8 to 15 and blue in 0 to 7. */
  public static Luma ofRgb(int width, int height, int[] pixels) {
    float[] samples = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      samples[i] =
          0.299f * (pixel >> 16 & 0xff) + 0.587f * (pixel >> 8 & 0xff) + 0.114f * (pixel & 0xff);
    }
    return new Luma(width, height, samples);
  }

  /** From the 8-bit Y plane of a decoder, whose rows begin so many bytes apart. */
  public static Luma ofPlane(int width, int height, byte[] plane, int stride) {
    if (stride < width || plane.length < (long) stride * (height - 1) + width) {
      throw new IllegalArgumentException(
          "a plane of %d bytes with a stride of %d does not hold %d by %d"
              .formatted(plane.length, stride, width, height));
    }
    float[] samples = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        samples[y * width + x] = plane[y * stride + x] & 0xff;
      }
    }
    return new Luma(width, height, samples);
  }
}

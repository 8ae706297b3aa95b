package io.assay.gateway.exchange;

import io.assay.review.image.Luma;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a picture for comparison. */
final class ReviewPicture {
  private static final long MOST_PIXELS = 1L << 26;

  private ReviewPicture() {}

  /** The brightness of a PNG or JPEG file; empty when it is another, damaged or too large. */
  static Optional<Luma> luma(byte[] file) {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      var readers = ImageIO.getImageReaders(in);
      return readers.hasNext() ? decoded(readers.next(), in) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Luma> decoded(ImageReader reader, ImageInputStream in)
      throws IOException {
    try {
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
        return Optional.empty();
      }
      BufferedImage image = reader.read(0);
      int width = image.getWidth();
      int height = image.getHeight();
      return Optional.of(
          Luma.ofRgb(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
    } finally {
      reader.dispose();
    }
  }
}

package io.assay.gateway.decode;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.review.image.Luma;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Decodes PNG, JPEG, GIF and WebP for comparison, as many at a time as there are cores. A picture
 * that moves is not decoded: its other frames would not be seen.
 */
public final class Pictures {
  private static final long MOST_PIXELS = 1L << 26;
  private static final Semaphore CORES = new Semaphore(Runtime.getRuntime().availableProcessors());
  private static final int PNG_SIGNATURE = 8;
  private static final int PNG_FRAME = 12;

  private Pictures() {}

  /** What a picture says of itself. */
  public record Shape(int width, int height, int frames) {
    public long pixels() {
      return (long) width * height;
    }
  }

  /** What decoding does with a reader. */
  @FunctionalInterface
  private interface Use<T> {
    T of(ImageReader reader) throws IOException;
  }

  /** The shape of a picture, without decoding it; empty when it is another file or damaged. */
  public static Optional<Shape> shape(byte[] file) {
    return with(file, reader -> shape(reader, file));
  }

  /** The brightness of a picture; empty when it is another file, damaged, moving or too large. */
  public static Optional<Luma> luma(byte[] file) {
    CORES.acquireUninterruptibly();
    try {
      return shape(file)
          .filter(shape -> shape.frames() == 1 && shape.pixels() <= MOST_PIXELS)
          .flatMap(shape -> with(file, reader -> luma(reader.read(0))));
    } finally {
      CORES.release();
    }
  }

  private static Shape shape(ImageReader reader, byte[] file) throws IOException {
    int frames =
        switch (Format.sniff(Source.of(file)).orElseThrow()) {
          case GIF, WEBP -> reader.getNumImages(true);
          case PNG -> moves(file) ? 2 : 1;
          default -> 1;
        };
    return new Shape(reader.getWidth(0), reader.getHeight(0), frames);
  }

  /** Whether a PNG has the chunk of an animation before its picture. */
  private static boolean moves(byte[] file) {
    var bytes = ByteBuffer.wrap(file);
    for (long at = PNG_SIGNATURE; at + PNG_FRAME <= file.length; ) {
      var name = new String(file, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
      if (name.equals("acTL") || name.equals("IDAT")) {
        return name.equals("acTL");
      }
      at += PNG_FRAME + Integer.toUnsignedLong(bytes.getInt((int) at));
    }
    return false;
  }

  private static Luma luma(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var samples = new float[width * height];
    var row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      System.arraycopy(Luma.ofRgb(width, 1, row).samples(), 0, samples, y * width, width);
    }
    return new Luma(width, height, samples);
  }

  private static <T> Optional<T> with(byte[] file, Use<T> use) {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      var found = reader(file);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      var reader = found.get();
      try {
        reader.setInput(in, false, true);
        return Optional.of(use.of(reader));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<ImageReader> reader(byte[] file) throws IOException {
    var format = Format.sniff(Source.of(file));
    if (format.isEmpty()) {
      return Optional.empty();
    }
    return switch (format.get()) {
      case PNG, JPEG, GIF ->
          Optional.of(ImageIO.getImageReadersByFormatName(format.get().name()).next());
      case WEBP -> Optional.of(new WebPImageReaderSpi().createReaderInstance(null));
      default -> Optional.empty();
    };
  }
}

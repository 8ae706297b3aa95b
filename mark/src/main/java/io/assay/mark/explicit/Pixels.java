package io.assay.mark.explicit;

import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** Decodes and encodes one picture in memory, within a bound on its pixels. */
final class Pixels {
  private static final String JPEG_FORMAT = "javax_imageio_jpeg_image_1.0";
  private static final long MOST = 100_000_000;

  private Pixels() {}

  /** A decoded picture with what its decoder knows of its encoding. */
  record Decoded(BufferedImage picture, @Nullable IIOMetadata encoding) {}

  static Decoded decode(String format, byte[] bytes) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, false);
      requireSize(reader.getWidth(0), reader.getHeight(0));
      IIOMetadata encoding =
          format.equals("jpeg") ? quantisation(reader.getImageMetadata(0)) : null;
      return new Decoded(reader.read(0), encoding);
    } catch (IOException | RuntimeException e) {
      if (e instanceof MarkException known) {
        throw known;
      }
      throw new MarkException(Reason.MALFORMED, "the " + format + " picture cannot be decoded", e);
    } finally {
      reader.dispose();
    }
  }

  /** A JPEG's tables without its Huffman codes, which fit no other picture. */
  private static IIOMetadata quantisation(IIOMetadata metadata) throws IIOException {
    Node root = metadata.getAsTree(JPEG_FORMAT);
    Node sequence = root.getLastChild();
    for (Node node = sequence.getFirstChild(); node != null; ) {
      Node next = node.getNextSibling();
      if (node.getNodeName().equals("dht")) {
        sequence.removeChild(node);
      }
      node = next;
    }
    metadata.setFromTree(JPEG_FORMAT, root);
    return metadata;
  }

  static void requireSize(long width, long height) {
    if (width <= 0 || height <= 0 || width * height > MOST) {
      throw MarkException.limit(
          "a picture of " + width + "x" + height + " is over " + MOST + " pixels", 0);
    }
  }

  static byte[] encode(String format, BufferedImage picture, @Nullable IIOMetadata encoding) {
    ImageWriter writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(picture), format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, encoding), parameters(writer, encoding));
      out.flush();
    } catch (IIOException e) {
      throw new MarkException(Reason.UNSUPPORTED, "the picture cannot be encoded as " + format, e);
    } catch (IOException e) {
      throw new MarkException(Reason.IO, "the picture cannot be encoded", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** With the encoder's own knowledge of the original, that; else the finest. */
  private static ImageWriteParam parameters(ImageWriter writer, @Nullable IIOMetadata encoding) {
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (parameters instanceof JPEGImageWriteParam jpeg) {
      jpeg.setOptimizeHuffmanTables(true);
    } else if (encoding == null && parameters.canWriteCompressed()) {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      if (parameters.getCompressionType() == null) {
        parameters.setCompressionType(parameters.getCompressionTypes()[0]);
      }
    }
    return parameters;
  }

  /** The picture in colours of eight bits, so that a label can be drawn in any shade. */
  static BufferedImage trueColour(BufferedImage picture) {
    boolean alpha = picture.getColorModel().hasAlpha();
    BufferedImage copy =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return copy;
  }
}

package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.mark.image.Exif;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Labels every page of a TIFF file; pages are compressed without loss. */
final class TiffLabeler implements Labeler {
  private static final int MOST_PAGES = 2000;
  private static final String COMPRESSION = "Deflate";

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Orientation orientation = Orientation.ofExif(Exif.orientation(media.source()));
    AppliedLabel applied = null;
    try (ImageInputStream in =
            new MemoryCacheImageInputStream(new ByteArrayInputStream(media.source().bytes()));
        ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      reader.setInput(in, false, false);
      int pages = reader.getNumImages(true);
      if (pages > MOST_PAGES) {
        throw MarkException.limit("a TIFF file of " + pages + " pages", 0);
      }
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < pages; page++) {
        Pixels.requireSize(reader.getWidth(page), reader.getHeight(page));
        IIOMetadata metadata = reader.getImageMetadata(page);
        BufferedImage stored = reader.read(page);
        boolean indexed = stored.getColorModel() instanceof IndexColorModel;
        BufferedImage picture = indexed ? Pixels.trueColour(stored) : stored;
        applied =
            new PictureLabel(label.texts().corner(), picture, orientation).draw(picture, pages);
        writer.writeToSequence(
            new IIOImage(picture, null, indexed ? null : metadata), parameters(writer));
      }
      writer.endWriteSequence();
      out.flush();
    } catch (IOException | RuntimeException e) {
      throw e instanceof MarkException known
          ? known
          : new MarkException(Reason.UNSUPPORTED, "the TIFF file cannot be labelled", e);
    } finally {
      reader.dispose();
      writer.dispose();
    }
    if (applied == null) {
      throw MarkException.malformed("a TIFF file without pages", 0);
    }
    return new Labeled(new Media(Source.of(bytes.toByteArray()), Format.TIFF), List.of(applied));
  }

  private static ImageWriteParam parameters(ImageWriter writer) {
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType(COMPRESSION);
    return parameters;
  }
}

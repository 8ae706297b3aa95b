package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.Spliced;
import io.assay.mark.image.Exif;
import io.assay.mark.image.JpegSegments;
import io.assay.mark.image.JpegSegments.Segment;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels a JPEG picture. It is encoded again with its own quantisation tables and subsampling;
 * Exif, colour profile and every other segment stay, but for a C2PA store, which no longer holds.
 */
final class JpegLabeler implements Labeler {
  private static final int APP14 = 0xee;
  private static final int COMMENT = 0xfe;
  private static final int EXIF_HEADER = 6;

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    Source file = media.source();
    JpegSegments segments = JpegSegments.read(file);
    List<Segment> extras = segments.all().stream().filter(JpegLabeler::isExtra).toList();
    List<Splice> stripping = extras.stream().map(s -> Splice.remove(s.whole())).toList();
    Pixels.Decoded decoded = Pixels.decode("jpeg", new Spliced(file, stripping).bytes());
    PictureLabel drawing =
        new PictureLabel(label.texts().corner(), decoded.picture(), orientation(file, extras));
    AppliedLabel.Picture applied = drawing.draw(decoded.picture(), 1);
    Source encoded = Source.of(Pixels.encode("jpeg", decoded.picture(), decoded.encoding()));
    byte[] kept = kept(file, extras);
    List<Splice> restoring = new ArrayList<>();
    restoring.add(Splice.insert(JpegSegments.read(encoded).insertAt(encoded), kept));
    return new Labeled(
        new Media(Source.of(new Spliced(encoded, restoring).bytes()), Format.JPEG),
        List.of(applied));
  }

  private static boolean isExtra(Segment segment) {
    int marker = segment.marker();
    return marker == COMMENT || (marker > JpegSegments.APP0 && marker <= 0xef && marker != APP14);
  }

  private static byte[] kept(Source file, List<Segment> extras) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (Segment segment : extras) {
      if (segment.marker() != JpegSegments.APP11) {
        kept.writeBytes(file.bytes(segment.whole().at(), segment.whole().length()));
      }
    }
    return kept.toByteArray();
  }

  private static Orientation orientation(Source file, List<Segment> extras) {
    for (Segment segment : extras) {
      Range data = segment.data();
      if (segment.marker() == JpegSegments.APP1
          && data.length() > EXIF_HEADER
          && file.matches(data.at(), "Exif\0")) {
        Source tiff = file.slice(data.at() + EXIF_HEADER, data.length() - EXIF_HEADER);
        return Orientation.ofExif(Exif.orientation(tiff));
      }
    }
    return Orientation.UPRIGHT;
  }
}

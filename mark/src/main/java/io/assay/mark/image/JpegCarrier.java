package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.aigc.AigcReader;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.JpegSegments.Segment;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JPEG: the label stands in the XMP packet of an APP1 segment. Labels in Exif, in comments and bare
 * in application segments are read too.
 */
public final class JpegCarrier implements Carrier {
  private static final String XMP_HEADER = "http://ns.adobe.com/xap/1.0/\0";
  private static final String EXTENSION_HEADER = "http://ns.adobe.com/xmp/extension/\0";
  private static final int EXTENSION_PREFIX = EXTENSION_HEADER.length() + 32 + 8;
  private static final int COMMENT = 0xfe;

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    ByteArrayOutputStream extension = new ByteArrayOutputStream();
    for (Segment segment : JpegSegments.read(file).all()) {
      Range data = segment.data();
      if (isXmp(file, segment)) {
        found.addAll(Xmp.read(xmp(file, data)).aigc(segment.whole().at()));
      } else if (segment.marker() == JpegSegments.APP1
          && file.matches(data.at(), EXTENSION_HEADER)) {
        if (data.length() > EXTENSION_PREFIX) {
          extension.writeBytes(
              file.bytes(data.at() + EXTENSION_PREFIX, data.length() - EXTENSION_PREFIX));
        }
      } else if (segment.marker() >= JpegSegments.APP0 || segment.marker() == COMMENT) {
        found.addAll(bare(file, segment));
      }
    }
    if (extension.size() > 0) {
      found.addAll(Xmp.read(extension.toByteArray()).aigc(0));
    }
    return found;
  }

  /** A label in Exif text, a comment, or directly behind the letters AIGC in a segment. */
  private static List<Found> bare(Source file, Segment segment) {
    boolean app11 = segment.marker() == JpegSegments.APP11;
    boolean icc = file.matches(segment.data().at(), "ICC_PROFILE\0");
    if (app11 || icc) {
      return List.of();
    }
    String text =
        new String(
            file.bytes(segment.data().at(), segment.data().length()), StandardCharsets.UTF_8);
    return BareLabel.find(text)
        .filter(AigcReader::recognises)
        .map(
            value ->
                List.of(
                    new Found(
                        String.format("segment 0x%02x", segment.marker()),
                        segment.whole().at(),
                        value)))
        .orElse(List.of());
  }

  private static boolean isXmp(Source file, Segment segment) {
    return segment.marker() == JpegSegments.APP1 && file.matches(segment.data().at(), XMP_HEADER);
  }

  private static byte[] xmp(Source file, Range data) {
    return file.bytes(data.at() + XMP_HEADER.length(), data.length() - XMP_HEADER.length());
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    JpegSegments segments = JpegSegments.read(file);
    List<Splice> splices = new ArrayList<>();
    byte[] packet = Xmp.packet(label);
    boolean first = true;
    for (Segment segment : segments.all()) {
      if (isXmp(file, segment)) {
        if (first) {
          packet = Xmp.read(xmp(file, segment.data())).with(label);
          first = false;
        }
        splices.add(Splice.remove(segment.whole()));
      } else if (segment.marker() >= JpegSegments.APP0 && !bare(file, segment).isEmpty()) {
        splices.add(withoutBare(file, segment));
      }
    }
    splices.add(Splice.insert(segments.insertAt(file), segment(packet)));
    return splices;
  }

  private static byte[] segment(byte[] packet) {
    byte[] fitted = packet;
    if (packet.length + XMP_HEADER.length() > JpegSegments.MAX_CONTENT) {
      fitted =
          new String(packet, StandardCharsets.ISO_8859_1)
              .replaceAll("\\s{2,}", " ")
              .getBytes(StandardCharsets.ISO_8859_1);
    }
    if (fitted.length + XMP_HEADER.length() > JpegSegments.MAX_CONTENT) {
      throw MarkException.unsupported(
          "the XMP packet of "
              + packet.length
              + " bytes leaves no room for the label; shorten its other properties");
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(XMP_HEADER.getBytes(StandardCharsets.ISO_8859_1));
    content.writeBytes(fitted);
    return JpegSegments.build(JpegSegments.APP1, content.toByteArray());
  }

  /** Exif keeps its layout, the record in it is blanked; any other segment goes. */
  private static Splice withoutBare(Source file, Segment segment) {
    if (!file.matches(segment.data().at(), "Exif\0")) {
      return Splice.remove(segment.whole());
    }
    String content = file.latin1(segment.data().at(), segment.data().length());
    return Splice.overwrite(
        segment.data().at(), BareLabel.blank(content).getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public List<Range> payload(Source file) {
    JpegSegments segments = JpegSegments.read(file);
    List<Range> payload = new ArrayList<>();
    for (Segment segment : segments.all()) {
      if (segment.marker() < JpegSegments.APP0) {
        payload.add(segment.whole());
      }
    }
    payload.add(new Range(segments.scanAt(), file.length() - segments.scanAt()));
    return payload;
  }
}

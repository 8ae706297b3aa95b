package io.assay.mark.ffmpeg;

import io.assay.mark.ExplicitLabel;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.bmff.Box;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.mark.container.Spliced;
import io.assay.mark.explicit.Labeled;
import io.assay.mark.explicit.Labeler;
import io.assay.mark.explicit.Labelers;
import io.assay.mark.jxl.JxlFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Labels JPEG XL pictures and every frame of animated ones (GB 45438-2025 section 5.2) with what is
 * installed, see {@link JxlCodec}: they are decoded, labelled as PNG is, and encoded without loss;
 * Exif, XMP and profile stay.
 */
final class JxlLabeler implements Labeler {
  private static final Set<String> KEPT = Set.of("Exif", "xml ", "brob");

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    JxlFile original = JxlFile.read(media.source());
    JxlCodec codec =
        original.animated(media.source())
            ? JxlCodec.Animated.installed()
            : new JxlCodec.Still(Encoder.named("libjxl"));
    try (Workshop workshop = new Workshop()) {
      codec.decode(workshop.input(media), workshop.path("seen.apng"));
      Media picture = new Media(Source.of(workshop.read("seen.apng")), Format.PNG);
      Labeled labeled = Labelers.of(Format.PNG).label(picture, label);
      workshop.write("drawn.apng", labeled.media().source().bytes());
      codec.encode(workshop.path("drawn.apng"), workshop.path("out.jxl"));
      codec.decode(workshop.path("out.jxl"), workshop.path("read.apng"));
      requireSame(workshop.path("drawn.apng"), workshop.path("read.apng"));
      Source labelled = kept(media.source(), original, Source.of(workshop.read("out.jxl")));
      return new Labeled(new Media(labelled, Format.JXL), labeled.labels());
    }
  }

  private static void requireSame(String drawn, String read) {
    if (!pixels(drawn).equals(pixels(read))) {
      throw new MarkException(
          MarkException.Reason.READ_BACK, "the JPEG XL does not show what was drawn");
    }
  }

  /** A digest of every frame. */
  private static String pixels(String file) {
    List<String> line = List.of("-i", file, "-pix_fmt", "rgba", "-f", "framemd5", "-");
    return new String(Ffmpeg.run(line), StandardCharsets.US_ASCII);
  }

  /** The new picture with the boxes that describe the old one. */
  private static Source kept(Source file, JxlFile original, Source encoded) {
    ByteArrayOutputStream boxes = new ByteArrayOutputStream();
    for (Box box : original.boxes()) {
      boolean seal = box.type().equals("brob") && file.matches(box.contentAt(), "jumb");
      if (KEPT.contains(box.type()) && !seal) {
        boxes.writeBytes(file.bytes(box.whole().at(), box.whole().length()));
      }
    }
    JxlFile fresh = JxlFile.read(encoded);
    return Source.of(new Spliced(encoded, List.of(fresh.insert(boxes.toByteArray()))).bytes());
  }
}

package io.assay.mark.ffmpeg;

import io.assay.mark.AppliedLabel;
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
import io.assay.mark.explicit.Orientation;
import io.assay.mark.jxl.JxlFile;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Labels JPEG XL stills (GB 45438-2025 section 5.2) with an installed FFmpeg that has libjxl: the
 * picture is decoded, labelled as PNG is, and encoded without loss; Exif, XMP and profile stay.
 */
final class JxlLabeler implements Labeler {
  private static final Set<String> KEPT = Set.of("Exif", "xml ", "brob");

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    JxlFile original = JxlFile.read(media.source());
    if (original.animated(media.source())) {
      throw MarkException.unsupported(
          "an explicit label on an animated JPEG XL; convert it to APNG, or label the user"
              + " interface");
    }
    Encoder encoder = Encoder.named("libjxl");
    try (Workshop workshop = new Workshop()) {
      encoder.run(png(workshop.input(media), workshop.path("seen.png")));
      Media picture = new Media(Source.of(workshop.read("seen.png")), Format.PNG);
      Labeled labeled = Labelers.of(Format.PNG).label(picture, label);
      workshop.write("drawn.png", labeled.media().source().bytes());
      List<String> line = new ArrayList<>(List.of("-i", workshop.path("drawn.png")));
      line.addAll(List.of("-frames:v", "1", "-c:v", encoder.name(), "-modular", "1"));
      line.addAll(List.of("-distance", "0", "-effort", "4", workshop.path("out.jxl")));
      encoder.run(line);
      encoder.run(png(workshop.path("out.jxl"), workshop.path("read.png")));
      requireVisible(workshop, (AppliedLabel.Picture) labeled.labels().getFirst());
      Source labelled = kept(media.source(), original, Source.of(workshop.read("out.jxl")));
      return new Labeled(new Media(labelled, Format.JXL), labeled.labels());
    }
  }

  private static List<String> png(String from, String to) {
    return List.of("-i", from, "-frames:v", "1", "-update", "1", "-c:v", "png", to);
  }

  private static void requireVisible(Workshop workshop, AppliedLabel.Picture applied) {
    BufferedImage drawn = Workshop.picture(workshop.read("drawn.png"));
    Rectangle area = Orientation.UPRIGHT.stored(applied, drawn.getWidth(), drawn.getHeight());
    ReadBack.requireVisible(drawn, Workshop.picture(workshop.read("read.png")), area);
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

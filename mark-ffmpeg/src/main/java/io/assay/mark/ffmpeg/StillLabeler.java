package io.assay.mark.ffmpeg;

import io.assay.mark.ExplicitLabel;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.mark.explicit.Labeled;
import io.assay.mark.explicit.Labeler;
import io.assay.mark.explicit.Labelers;
import io.assay.mark.riff.RiffChunks;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels WebP and AVIF stills (GB 45438-2025 section 5.2): the picture is decoded, labelled as PNG
 * is, and encoded again, a lossless WebP without loss.
 */
final class StillLabeler implements Labeler {
  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    boolean webp = media.format() == Format.WEBP;
    if (webp && RiffChunks.read(media.source()).first("ANIM").isPresent()) {
      throw MarkException.unsupported(
          "an explicit label on an animated WebP; convert it to APNG or GIF, or label the user"
              + " interface");
    }
    try (Workshop workshop = new Workshop()) {
      String input = workshop.input(media);
      byte[] png =
          Ffmpeg.run(
              List.of("-i", input, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-"));
      Media picture = new Media(Source.of(png), Format.PNG);
      Labeled labeled = Labelers.of(Format.PNG).label(picture, label);
      workshop.write("labelled.png", labeled.media().source().bytes());
      String output = "out." + media.format().extension();
      List<String> line = new ArrayList<>(List.of("-i", workshop.path("labelled.png")));
      line.addAll(
          webp
              ? webp(media)
              : List.of(
                  "-c:v", "libaom-av1", "-still-picture", "1", "-crf", "18", "-cpu-used", "6"));
      line.add(workshop.path(output));
      Ffmpeg.run(line);
      return new Labeled(new Media(workshop.take(output), media.format()), labeled.labels());
    }
  }

  private static List<String> webp(Media media) {
    boolean lossless = RiffChunks.read(media.source()).first("VP8L").isPresent();
    return lossless
        ? List.of("-c:v", "libwebp", "-lossless", "1")
        : List.of("-c:v", "libwebp", "-quality", "92");
  }
}

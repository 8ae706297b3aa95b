package io.assay.mark.ffmpeg;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.Media;
import io.assay.mark.bmff.Box;
import io.assay.mark.bmff.BoxPath;
import io.assay.mark.bmff.CodedItem;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.mark.explicit.Labeled;
import io.assay.mark.explicit.Labeler;
import io.assay.mark.explicit.Overlay;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Labels every picture of an AVIF image sequence (GB 45438-2025 section 5.2): the pictures are
 * encoded again as AV1, in their own time. What would be lost on the way is refused beforehand:
 * opacity, turning, Exif, XMP and profile; and so are sequences of HEIC, which no encoder at hand
 * writes.
 */
final class SequenceLabeler implements Labeler {
  private static final double LEAST_VISIBLE = 0.6;
  private static final long MOST_ANIMATED = 1_000_000_000;
  private static final int ENDLESS = 1;

  /** What a file holds besides a single picture. */
  static boolean isSequence(Source file) {
    return Box.first(Box.top(file), "moov").isPresent();
  }

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    requireWritable(media);
    try (Workshop workshop = new Workshop()) {
      String input = workshop.input(media);
      Track track = Track.probe(input);
      if (track.pixels() > MOST_ANIMATED) {
        throw MarkException.limit("a sequence of " + track.frames + " pictures this large", 0);
      }
      Overlay overlay = Overlay.on(track.frame(0), label.texts().corner());
      workshop.write("plate.png", overlay.plate());
      String output = workshop.path("out.avif");
      List<String> line = new ArrayList<>(List.of("-i", input, "-i", workshop.path("plate.png")));
      line.addAll(encoding(track, overlay, isEndless(media.source())));
      line.add(output);
      Ffmpeg.run(line);
      requireRead(track, Track.probe(output), overlay);
      Media labelled = new Media(workshop.take("out.avif"), media.format());
      return new Labeled(labelled, List.of(overlay.applied().onFrames(track.frames)));
    }
  }

  private static void requireWritable(Media media) {
    Source file = media.source();
    if (media.format() != Format.AVIF) {
      throw MarkException.unsupported(
          "an explicit label on a HEIC image sequence, which no encoder here writes; save it as"
              + " AVIF or MP4, or label the user interface");
    }
    Box meta =
        Box.first(Box.top(file), "meta")
            .orElseThrow(() -> MarkException.malformed("an image sequence without meta", 0));
    String described = file.latin1(meta.whole().at(), meta.whole().length());
    boolean lossy =
        BoxPath.find(file, "/moov/trak").size() != 1
            || CodedItem.primary(file).orientation() != 1
            || Stream.of("Exif", "mime", "prof", "rICC").anyMatch(described::contains);
    if (lossy) {
      throw MarkException.unsupported(
          "an explicit label on an AVIF image sequence with opacity, turning, Exif, XMP or profile,"
              + " which would be lost; save it as animated WebP, or label the user interface");
    }
  }

  private static boolean isEndless(Source file) {
    return BoxPath.find(file, "/moov/trak/edts/elst").stream()
        .anyMatch(list -> (file.u8(list.contentAt() + 3) & ENDLESS) != 0);
  }

  private static List<String> encoding(Track track, Overlay overlay, boolean endless) {
    AppliedLabel.Picture at = overlay.applied();
    List<String> line = new ArrayList<>();
    line.add("-filter_complex");
    line.add("[0:%s][1:v]overlay=%d:%d:format=auto[v]".formatted(track.stream, at.x(), at.y()));
    line.addAll(List.of("-map", "[v]", "-fps_mode", "passthrough", "-c:v", "libaom-av1"));
    line.addAll(List.of("-crf", "12", "-cpu-used", "6", "-pix_fmt", track.format));
    line.addAll(List.of("-loop", endless ? "0" : "1"));
    return line;
  }

  private static void requireRead(Track before, Track after, Overlay overlay) {
    boolean same =
        before.width == after.width
            && before.height == after.height
            && before.frames == after.frames
            && before.format.equals(after.format);
    if (!same) {
      throw new MarkException(Reason.READ_BACK, before + " reads back as " + after);
    }
    for (int index : new int[] {0, after.frames - 1}) {
      double visibility = overlay.visibility(after.frame(index));
      if (visibility < LEAST_VISIBLE) {
        throw new MarkException(
            Reason.READ_BACK,
            String.format("the label is not visible on picture %d (%.2f)", index + 1, visibility));
      }
    }
  }

  /**
   * The pictures of a sequence, the last stream that FFmpeg sees; the first may be the single
   * picture for those who show no sequence.
   */
  private record Track(
      String file, String stream, int width, int height, String format, int frames) {

    static Track probe(String file) {
      int streams = Ffmpeg.probe(file, "-show_entries", "stream=index").size();
      String stream = "v:" + (streams - 1);
      List<String> facts =
          Ffmpeg.probe(
              file,
              "-select_streams",
              stream,
              "-count_frames",
              "-show_entries",
              "stream=width,height,pix_fmt,nb_read_frames");
      if (facts.size() < 4 || !facts.get(3).matches("[1-9]\\d{0,6}")) {
        throw MarkException.malformed("the image sequence cannot be read", 0);
      }
      return new Track(
          file,
          stream,
          Integer.parseInt(facts.get(0)),
          Integer.parseInt(facts.get(1)),
          facts.get(2),
          Integer.parseInt(facts.get(3)));
    }

    long pixels() {
      return (long) width * height * frames;
    }

    BufferedImage frame(int index) {
      List<String> line = new ArrayList<>(List.of("-i", file, "-map", "0:" + stream));
      line.addAll(List.of("-vf", "select=eq(n\\," + index + ")", "-frames:v", "1"));
      line.addAll(List.of("-f", "image2pipe", "-c:v", "png", "-pix_fmt", "rgb24", "-"));
      return Workshop.picture(Ffmpeg.run(line));
    }
  }
}

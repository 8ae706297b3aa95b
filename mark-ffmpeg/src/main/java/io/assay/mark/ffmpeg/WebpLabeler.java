package io.assay.mark.ffmpeg;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.container.Source;
import io.assay.mark.explicit.Frames;
import io.assay.mark.explicit.Labeled;
import io.assay.mark.explicit.Labeler;
import io.assay.mark.explicit.Orientation;
import io.assay.mark.explicit.PictureLabel;
import io.assay.mark.ffmpeg.WebpFile.Frame;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels WebP pictures and every frame of animated ones (GB 45438-2025 section 5.2). A frame is put
 * together as it is shown and written whole, in its own time, without loss where all of the
 * original is; profile, Exif, XMP and loop stay.
 */
final class WebpLabeler implements Labeler {
  private static final long MOST_PIXELS = 100_000_000;
  private static final long MOST_ANIMATED = 1_000_000_000;
  private static final int BATCH = 32;

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    WebpFile file = WebpFile.read(media.source());
    List<Frame> frames = file.frames();
    if (frames.isEmpty()) {
      throw MarkException.malformed("a WebP file without a picture", 12);
    }
    int[] size = file.animated() ? file.canvas() : size(frames.getFirst());
    long pixels = (long) size[0] * size[1];
    if (pixels > MOST_PIXELS || pixels * frames.size() > MOST_ANIMATED) {
      throw MarkException.limit("a WebP of " + frames.size() + " frames this large", 0);
    }
    try (Workshop workshop = new Workshop()) {
      Work work = new Work(workshop, frames, size[0], size[1]);
      return work.label(file, media, label);
    }
  }

  private static int[] size(Frame frame) {
    return WebpFile.size(frame.coded())
        .orElseThrow(() -> MarkException.malformed("a WebP frame without a picture", 12));
  }

  /** One labelling. */
  private record Work(Workshop workshop, List<Frame> frames, int width, int height) {

    Labeled label(WebpFile file, Media media, ExplicitLabel label) {
      for (int i = 0; i < frames.size(); i++) {
        int[] own = size(frames.get(i));
        byte[] still = WebpFile.still(frames.get(i).coded(), own[0], own[1]);
        workshop.write(name("in", i, "webp"), still);
      }
      convert("in", "webp", "seen", "png", List.of());
      AppliedLabel.Picture applied = draw(label);
      boolean lossless = frames.stream().allMatch(f -> WebpFile.isLossless(f.coded()));
      convert(
          "drawn",
          "png",
          "out",
          "webp",
          lossless
              ? List.of("-c:v", "libwebp", "-pix_fmt", "bgra", "-lossless", "1")
              : List.of("-c:v", "libwebp", "-quality", "92"));
      convert("out", "webp", "read", "png", List.of());
      requireVisible(applied);
      List<byte[]> coded = new ArrayList<>();
      for (int i = 0; i < frames.size(); i++) {
        coded.add(WebpFile.coded(workshop.read(name("out", i, "webp"))));
      }
      Source labelled = Source.of(file.with(coded, width, height));
      return new Labeled(new Media(labelled, media.format()), List.of(applied));
    }

    /** Paints frame by frame on the canvas (RFC 9649 section 2.7.1) and labels what is shown. */
    private AppliedLabel.Picture draw(ExplicitLabel label) {
      BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      BufferedImage first = picture("seen", 0);
      Frames.paint(canvas, first, frames.getFirst().x(), frames.getFirst().y(), true);
      PictureLabel drawing = new PictureLabel(label.texts().corner(), canvas, Orientation.UPRIGHT);
      AppliedLabel.Picture applied = null;
      for (int i = 0; i < frames.size(); i++) {
        Frame frame = frames.get(i);
        BufferedImage own = picture("seen", i);
        boolean inside =
            frame.x() + own.getWidth() <= width && frame.y() + own.getHeight() <= height;
        if (!inside) {
          throw MarkException.malformed("a WebP frame passes the edge of its canvas", 0);
        }
        Frames.paint(canvas, own, frame.x(), frame.y(), !frame.blended());
        BufferedImage shown = Frames.copy(canvas, width, height);
        applied = drawing.draw(shown, frames.size());
        workshop.write(name("drawn", i, "png"), shown);
        if (frame.cleared()) {
          Frames.clear(canvas, frame.x(), frame.y(), own.getWidth(), own.getHeight());
        }
      }
      if (applied == null) {
        throw new IllegalStateException("a WebP file without frames");
      }
      return applied;
    }

    private void requireVisible(AppliedLabel.Picture applied) {
      Rectangle area = Orientation.UPRIGHT.stored(applied, width, height);
      for (int i = 0; i < frames.size(); i++) {
        ReadBack.requireVisible(picture("drawn", i), picture("read", i), area);
      }
    }

    private BufferedImage picture(String series, int i) {
      return Workshop.picture(workshop.read(name(series, i, "png")));
    }

    private static String name(String series, int i, String extension) {
      return series + i + "." + extension;
    }

    /** Turns every file of a series into one of another, many with one process. */
    private void convert(
        String from, String fromType, String to, String toType, List<String> encoding) {
      for (int start = 0; start < frames.size(); start += BATCH) {
        int end = Math.min(start + BATCH, frames.size());
        List<String> line = new ArrayList<>();
        for (int i = start; i < end; i++) {
          line.addAll(List.of("-i", workshop.path(name(from, i, fromType))));
        }
        for (int i = start; i < end; i++) {
          line.addAll(List.of("-map", (i - start) + ":v:0", "-frames:v", "1", "-update", "1"));
          line.addAll(encoding);
          line.add(workshop.path(name(to, i, toType)));
        }
        Ffmpeg.run(line);
      }
    }
  }
}

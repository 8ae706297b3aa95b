package io.assay.mark.ffmpeg;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.explicit.Labeled;
import io.assay.mark.explicit.Labeler;
import io.assay.mark.explicit.Overlay;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts the label over the frames of a video (GB 45438-2025 section 5.4). Pictures are encoded again
 * in the codec they had where it can be written, else as H.264; sound and subtitles are copied.
 */
final class VideoLabeler implements Labeler {
  private static final double LEAST_VISIBLE = 0.6;
  private static final double SECONDS_AT_LEAST = 2;

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    try (Workshop workshop = new Workshop()) {
      String input = workshop.input(media);
      Film film = Film.probe(input);
      Overlay overlay = Overlay.on(frame(input, 0), label.texts().corner());
      workshop.write("plate.png", overlay.plate());
      double shown = label.shown().map(d -> d.toMillis() / 1000.0).orElse(film.seconds());
      VideoCodec codec = VideoCodec.like(film.codec(), media.format());
      String output = workshop.path("out." + media.format().extension());
      List<String> line = new ArrayList<>(List.of("-i", input, "-i", workshop.path("plate.png")));
      String sound = label.spoken() ? SpokenCue.add(workshop, film, label.cue(), line) : "";
      line.addAll(List.of("-filter_complex", overlay(overlay, label, film, shown) + sound));
      line.addAll(List.of("-map", "[v]", "-map", sound.isEmpty() ? "0:a?" : "[a]"));
      line.addAll(List.of("-map_metadata", "0", "-c:a"));
      line.add(sound.isEmpty() ? "copy" : SpokenCue.codec(media.format()));
      line.addAll(codec.arguments(film));
      line.addAll(muxer(media.format()));
      line.add(output);
      Ffmpeg.run(line);
      requireVisible(overlay, output, Math.min(SECONDS_AT_LEAST, shown) - 0.2);
      List<AppliedLabel> applied = new ArrayList<>();
      for (Position position : label.shown().isEmpty() ? List.of(Position.START) : order(label)) {
        applied.add(
            new AppliedLabel.Moving(
                overlay.applied(), at(position, film, shown), seconds(shown), codec.name()));
      }
      if (!sound.isEmpty()) {
        applied.add(
            new AppliedLabel.Sound(label.cue(), Duration.ZERO, SpokenCue.length(label.cue())));
      }
      Media labelled =
          new Media(workshop.take("out." + media.format().extension()), media.format());
      return new Labeled(labelled, applied);
    }
  }

  private static List<Position> order(ExplicitLabel label) {
    List<Position> positions = new ArrayList<>(label.positions());
    if (!positions.contains(Position.START)) {
      throw new MarkException(
          Reason.REQUEST, "a video shows its label from the start (section 5.4)");
    }
    positions.sort(null);
    return positions;
  }

  private static Duration at(Position position, Film film, double shown) {
    return seconds(
        switch (position) {
          case START -> 0;
          case MIDDLE -> Math.max(0, (film.seconds() - shown) / 2);
          case END -> Math.max(0, film.seconds() - shown);
        });
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static String overlay(Overlay overlay, ExplicitLabel label, Film film, double shown) {
    StringBuilder enable = new StringBuilder();
    if (label.shown().isPresent()) {
      for (Position position : order(label)) {
        double from = at(position, film, shown).toMillis() / 1000.0;
        enable.append(enable.isEmpty() ? ":enable='" : "+");
        enable.append(String.format(Locale.ROOT, "between(t,%.3f,%.3f)", from, from + shown + 0.1));
      }
      enable.append("'");
    }
    return "[0:v:0][1:v]overlay=%d:%d:eof_action=repeat%s[v]"
        .formatted(overlay.applied().x(), overlay.applied().y(), enable);
  }

  private static List<String> muxer(Format format) {
    return switch (format) {
      case MP4, MOV -> List.of("-movflags", "+faststart+use_metadata_tags");
      case MKV, WEBM -> List.of("-map", "0:s?", "-c:s", "copy");
      default -> List.of();
    };
  }

  private static BufferedImage frame(String file, double at) {
    byte[] png =
        Ffmpeg.run(
            List.of(
                "-ss",
                String.format(Locale.ROOT, "%.3f", at),
                "-i",
                file,
                "-map",
                "0:v:0",
                "-frames:v",
                "1",
                "-f",
                "image2pipe",
                "-c:v",
                "png",
                "-pix_fmt",
                "rgb24",
                "-"));
    return Workshop.picture(png);
  }

  private static void requireVisible(Overlay overlay, String file, double last) {
    for (double at : new double[] {0, Math.max(0, last)}) {
      double visibility = overlay.visibility(frame(file, at));
      if (visibility < LEAST_VISIBLE) {
        throw new MarkException(
            Reason.READ_BACK,
            String.format("the label is not visible at second %.1f (%.2f)", at, visibility));
      }
    }
  }
}

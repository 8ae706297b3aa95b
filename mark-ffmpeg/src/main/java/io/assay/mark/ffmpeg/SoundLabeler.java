package io.assay.mark.ffmpeg;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.explicit.CueSound;
import io.assay.mark.explicit.Labeled;
import io.assay.mark.explicit.Labeler;
import io.assay.mark.explicit.Loudness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts the audible cue into FLAC, Ogg and M4A files (GB 45438-2025 section 5.3). Sample rate and
 * channels stay; the sound is encoded again in its codec, Vorbis as FLAC.
 */
final class SoundLabeler implements Labeler {
  /** What the file holds. */
  private record Sound(String codec, int rate, int channels, double seconds) {}

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    try (Workshop workshop = new Workshop()) {
      String input = workshop.input(media);
      Sound sound = probe(input);
      double[] cue =
          Loudness.match(
              CueSound.at(label.cue(), sound.rate()),
              Loudness.of(Hearing.samples(input), sound.rate()).level(),
              sound.rate());
      workshop.write("cue.wav", SpokenCue.wav(cue, sound.rate(), sound.channels()));
      String output = "out." + media.format().extension();
      List<String> line = new ArrayList<>(List.of("-i", input));
      List<AppliedLabel> applied = new ArrayList<>();
      String filter = filter(workshop, label, sound, cue.length, line, applied);
      line.addAll(List.of("-filter_complex", filter, "-map", "[a]", "-map_metadata", "0"));
      line.addAll(List.of("-map_metadata:s:a", "0:s:a"));
      line.addAll(encoder(sound));
      line.addAll(List.of("-ar", Integer.toString(sound.rate()), workshop.path(output)));
      Ffmpeg.run(line);
      return new Labeled(new Media(workshop.take(output), media.format()), applied);
    }
  }

  private static Sound probe(String file) {
    List<String> lines =
        Ffmpeg.probe(
            file,
            "-select_streams",
            "a:0",
            "-show_entries",
            "stream=codec_name,sample_rate,channels");
    if (lines.size() < 3) {
      throw MarkException.malformed("the file has no sound", 0);
    }
    double seconds =
        Ffmpeg.probe(file, "-show_entries", "format=duration").stream()
            .filter(line -> line.matches("\\d+(\\.\\d+)?"))
            .mapToDouble(Double::parseDouble)
            .findFirst()
            .orElse(0);
    return new Sound(
        lines.get(0), Integer.parseInt(lines.get(1)), Integer.parseInt(lines.get(2)), seconds);
  }

  private static String filter(
      Workshop workshop,
      ExplicitLabel label,
      Sound sound,
      int cueSamples,
      List<String> line,
      List<AppliedLabel> applied) {
    double cueSeconds = (double) cueSamples / sound.rate();
    boolean middle = label.positions().contains(Position.MIDDLE);
    StringBuilder parts = new StringBuilder();
    StringBuilder order = new StringBuilder();
    double half = sound.seconds() / 2;
    if (middle) {
      parts.append(
          String.format(
              Locale.ROOT,
              "[0:a:0]asplit[x][y];[x]atrim=end=%.6f[x1];[y]atrim=start=%.6f,asetpts=PTS-STARTPTS[y1];",
              half,
              half));
    }
    int cues = 0;
    double at = 0;
    for (Position position : Position.values()) {
      if (position == Position.MIDDLE) {
        order.append(middle ? "[x1]" : "[0:a:0]");
        at += middle ? half : sound.seconds();
      }
      if (label.positions().contains(position)) {
        line.addAll(List.of("-i", workshop.path("cue.wav")));
        order.append('[').append(++cues).append(":a]");
        applied.add(new AppliedLabel.Sound(label.cue(), seconds(at), seconds(cueSeconds)));
        at += cueSeconds;
      }
      if (position == Position.MIDDLE && middle) {
        order.append("[y1]");
        at += half;
      }
    }
    int pieces = cues + (middle ? 2 : 1);
    return parts.append(order).append("concat=n=" + pieces + ":v=0:a=1[a]").toString();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static List<String> encoder(Sound sound) {
    return switch (sound.codec()) {
      case "opus" ->
          List.of("-c:a", "libopus", "-b:a", Integer.toString(64_000 * sound.channels()));
      case "aac" -> List.of("-c:a", "aac", "-b:a", Integer.toString(96_000 * sound.channels()));
      case "alac" -> List.of("-c:a", "alac");
      default -> List.of("-c:a", "flac");
    };
  }
}

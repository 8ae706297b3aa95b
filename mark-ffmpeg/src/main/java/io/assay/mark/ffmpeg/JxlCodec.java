package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import java.util.ArrayList;
import java.util.List;

/** Turns JPEG XL into PNG, animated where it is, and back, without loss. */
sealed interface JxlCodec {
  void decode(String jxl, String png);

  void encode(String png, String jxl);

  /** One picture, by an installed FFmpeg with libjxl. */
  record Still(Encoder encoder) implements JxlCodec {
    @Override
    public void decode(String jxl, String png) {
      encoder.run(List.of("-i", jxl, "-frames:v", "1", "-c:v", "png", "-f", "image2", png));
    }

    @Override
    public void encode(String png, String jxl) {
      List<String> line = new ArrayList<>(List.of("-i", png, "-frames:v", "1"));
      line.addAll(List.of("-c:v", encoder.name(), "-modular", "1", "-distance", "0"));
      line.addAll(List.of("-effort", "4", jxl));
      encoder.run(line);
    }
  }

  /** An animation, by the installed programs of libjxl; FFmpeg reads its first frame alone. */
  record Animated() implements JxlCodec {
    static Animated installed() {
      try {
        Ffmpeg.execute(List.of("djxl", "--version"));
        Ffmpeg.execute(List.of("cjxl", "--version"));
        return new Animated();
      } catch (MarkException e) {
        throw MarkException.unsupported(
            "the label on an animated JPEG XL needs djxl and cjxl; install them (Debian: apt"
                + " install libjxl-tools), or label the user interface");
      }
    }

    @Override
    public void decode(String jxl, String png) {
      Ffmpeg.execute(List.of("djxl", jxl, png));
    }

    @Override
    public void encode(String png, String jxl) {
      Ffmpeg.execute(List.of("cjxl", png, jxl, "-d", "0", "-e", "4"));
    }
  }
}

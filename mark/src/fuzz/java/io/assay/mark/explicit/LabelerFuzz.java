package io.assay.mark.explicit;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Cue;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;

/**
 * Coverage-guided noise for the readers behind the label for people: a {@link MarkException} is the
 * only way to fail. With {@code JAZZER_FUZZ=1} in the environment one target is driven for its time;
 * without it the seeds run once.
 */
class LabelerFuzz {
  private static final String TIME = "1m";
  private static final long MOST_PIXELS = 1 << 18;
  private static final ExplicitLabel LABEL =
      ExplicitLabel.standard()
          .withCue(Cue.RHYTHM)
          .at(Position.START, Position.MIDDLE, Position.END);

  private static void label(Format format, byte[] data) {
    try {
      Labeled labeled = Labelers.of(format).label(new Media(Source.of(data), format), LABEL);
      labeled.media().source().bytes();
    } catch (MarkException refused) {
      if (refused.getMessage() == null) {
        throw new IllegalStateException("a refusal without words", refused);
      }
    }
  }

  /** Large pictures are within the rules; they only make the search slow. */
  private static boolean isSmall(long width, long height) {
    return width * height <= MOST_PIXELS;
  }

  @FuzzTest(maxDuration = TIME)
  void png(byte[] data) {
    Source file = Source.of(data);
    if (data.length > 24 && isSmall(file.u32be(16), file.u32be(20))) {
      label(Format.PNG, data);
    }
  }

  @FuzzTest(maxDuration = TIME)
  void gif(byte[] data) {
    Source file = Source.of(data);
    if (data.length > 10 && isSmall(file.u16le(6), file.u16le(8))) {
      label(Format.GIF, data);
    }
  }

  @FuzzTest(maxDuration = TIME)
  void wav(byte[] data) {
    label(Format.WAV, data);
  }

  @FuzzTest(maxDuration = TIME)
  void mp3(byte[] data) {
    label(Format.MP3, data);
  }

  @FuzzTest(maxDuration = TIME)
  void svg(byte[] data) {
    label(Format.SVG, data);
  }

  @FuzzTest(maxDuration = TIME)
  void scene(byte[] data) {
    label(Format.GLB, data);
    label(Format.GLTF, data);
  }

  @FuzzTest(maxDuration = TIME)
  void text(byte[] data) {
    label(Format.TEXT, data);
    label(Format.MARKDOWN, data);
    label(Format.HTML, data);
  }

  @FuzzTest(maxDuration = TIME)
  void office(byte[] data) {
    label(Format.DOCX, data);
    label(Format.XLSX, data);
    label(Format.PPTX, data);
    label(Format.EPUB, data);
  }

  @FuzzTest(maxDuration = TIME)
  void pdf(byte[] data) {
    label(Format.PDF, data);
  }
}

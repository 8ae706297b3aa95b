package io.assay.mark;

import java.time.Duration;

/** One label that was written and read back, with the evidence that it keeps its rule. */
public sealed interface AppliedLabel {

  /** A short sentence for records. */
  String evidence();

  /** Words in a text (section 5.1), {@code at} characters from its start. */
  record Words(String text, ExplicitLabel.Position position, long at) implements AppliedLabel {
    @Override
    public String evidence() {
      return "\"" + text + "\" at character " + at;
    }
  }

  /**
   * Words in a picture, a page or a scene (sections 5.2, 5.5), in pixels or points of the picture
   * as it is displayed.
   *
   * @param inkHeight the height of the lowest of the characters that carry the two elements, as
   *     rasterised
   * @param shortestSide the shortest side of the picture
   * @param frames how many frames or pages show the label
   */
  record Picture(
      String text,
      int x,
      int y,
      int width,
      int height,
      double inkHeight,
      double shortestSide,
      int frames)
      implements AppliedLabel {
    /** The same on so many frames. */
    public Picture onFrames(int number) {
      return new Picture(text, x, y, width, height, inkHeight, shortestSide, number);
    }

    /** The height of the ink in hundredths of the shortest side; five or more. */
    public double percent() {
      return 100 * inkHeight / shortestSide;
    }

    @Override
    public String evidence() {
      return String.format(
          "\"%s\" at %d,%d size %dx%d, ink %.1f of %.1f (%.2f %%), %d frame(s)",
          text, x, y, width, height, inkHeight, shortestSide, percent(), frames);
    }
  }

  /**
   * An audible cue (section 5.3).
   *
   * @param at where it starts in the labelled sound
   */
  record Sound(ExplicitLabel.Cue cue, Duration at, Duration length) implements AppliedLabel {
    @Override
    public String evidence() {
      return cue + " at " + at + " for " + length;
    }
  }

  /**
   * Words in a video (section 5.4) from {@code from} for {@code length}, encoded by {@code codec}.
   */
  record Moving(Picture picture, Duration from, Duration length, String codec)
      implements AppliedLabel {
    @Override
    public String evidence() {
      return picture.evidence() + " from " + from + " for " + length + ", encoded as " + codec;
    }
  }

  /** A record in the metadata (section 6, Annex E). */
  record Metadata(String place, String value) implements AppliedLabel {
    @Override
    public String evidence() {
      return place + " = " + value;
    }
  }

  /** The number of the work, hidden in it by a {@link Watermark}. */
  record Watermarked(String scheme, String produceId) implements AppliedLabel {
    @Override
    public String evidence() {
      return "watermark " + scheme + " = " + produceId;
    }
  }

  /** What a {@link Seal} added. */
  record Sealed(String scheme, String evidence) implements AppliedLabel {}
}

package io.assay.review;

/** Where in the content a finding lies. */
public sealed interface Location {

  /**
   * A span of the original text.
   *
   * @param stream the stream of the review, empty for a text reviewed as one
   * @param start the first UTF-16 index
   * @param end one past the last UTF-16 index
   */
  record Span(String stream, long start, long end) implements Location {
    public Span {
      if (start < 0 || end < start) {
        throw new IllegalArgumentException("no such span: " + start + " to " + end);
      }
    }
  }

  /** A stretch of sound or video, in milliseconds. */
  record Stretch(long startMillis, long endMillis) implements Location {
    public Stretch {
      if (startMillis < 0 || endMillis < startMillis) {
        throw new IllegalArgumentException("no such stretch: " + startMillis + " to " + endMillis);
      }
    }
  }

  /**
   * A rectangle of a picture. Every number is a share, from 0 to 1, of the picture's width or
   * height; the origin is its upper left corner.
   */
  record Region(double left, double top, double width, double height) implements Location {
    private static final double ROUNDING = 1e-9;

    public Region {
      if (!(left >= 0 && top >= 0 && width > 0 && height > 0)
          || left + width > 1 + ROUNDING
          || top + height > 1 + ROUNDING) {
        throw new IllegalArgumentException(
            "no such region: %s, %s and %s by %s; give shares of the picture, from 0 to 1"
                .formatted(left, top, width, height));
      }
    }
  }

  /** The content as a whole. */
  record Whole() implements Location {}
}

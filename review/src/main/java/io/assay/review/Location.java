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

  /** The content as a whole. */
  record Whole() implements Location {}
}

package io.assay.mark;

import io.assay.mark.MarkException.Reason;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.nio.charset.StandardCharsets;

/**
 * A file or a text together with its format. It holds no copy: the bytes must not change while it
 * is in use.
 */
public record Media(Source source, Format format) {

  /** Bytes whose format is told by themselves. */
  public static Media of(byte[] bytes) {
    return of(Source.of(bytes), "");
  }

  /** Bytes with the file name they go by, which tells Markdown from plain text. */
  public static Media of(byte[] bytes, String name) {
    return of(Source.of(bytes), name);
  }

  /** A source with the file name it goes by; an empty name is allowed. */
  public static Media of(Source source, String name) {
    return Format.sniff(source, name)
        .map(format -> new Media(source, format))
        .orElseThrow(
            () ->
                new MarkException(
                    Reason.UNSUPPORTED,
                    "the format of "
                        + (name.isEmpty() ? "these bytes" : name)
                        + " is not one that carries labels",
                    0));
  }

  /** A text in one of the text formats. */
  public static Media text(String text, Format format) {
    if (format.kind() != Format.Kind.TEXT) {
      throw new IllegalArgumentException(format + " is not a text format");
    }
    return new Media(Source.of(text.getBytes(StandardCharsets.UTF_8)), format);
  }
}

package io.assay.mark;

import io.assay.mark.container.Format;
import java.util.Optional;

/**
 * Hides the number of a work in the work itself, where people do not notice it (encouraged by
 * Article 5 of the Labeling Measures). It is written behind the label for people and before any
 * metadata, on content that nobody changes afterwards. Implementations are safe for use by threads.
 */
public interface Watermark {
  /** The name of the scheme, as the list of soft binding algorithms of C2PA has it. */
  String scheme();

  boolean serves(Format format);

  /**
   * The same content, in the same format, with the number hidden in it.
   *
   * @throws MarkException if the content has no room for it
   */
  Media embed(Media media, String produceId);

  /** The number hidden in content; empty where none is found. */
  Optional<String> read(Media media);
}

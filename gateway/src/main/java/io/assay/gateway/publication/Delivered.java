package io.assay.gateway.publication;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.journal.LabelRecord;
import java.util.List;

/**
 * Content that this deployment delivered before, as it left.
 *
 * @param exchange the exchange that delivered it
 * @param produceId the content number in its labels
 * @param media {@code text}, {@code image} or {@code audio}
 * @param bytes what left; of text, every text of the answer
 * @param aigc the implicit label as it was written; empty for text
 * @param labels what was found in it before it left
 */
public record Delivered(
    String exchange,
    String produceId,
    String media,
    byte[] bytes,
    String aigc,
    List<LabelRecord> labels) {
  public Delivered {
    requireNonNull(exchange, "exchange");
    requireNonNull(produceId, "produceId");
    requireNonNull(media, "media");
    requireNonNull(bytes, "bytes");
    requireNonNull(aigc, "aigc");
    labels = List.copyOf(labels);
  }
}

package io.assay.gateway.exchange;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.journal.LabelRecord;
import java.util.List;

/**
 * A picture or a sound in a request.
 *
 * @param field under which the vault keeps it
 * @param labels the labels that it came with
 */
public record Attachment(String field, CarriedFile file, List<LabelRecord> labels) {
  public Attachment {
    requireNonNull(field, "field");
    requireNonNull(file, "file");
    labels = List.copyOf(labels);
  }
}

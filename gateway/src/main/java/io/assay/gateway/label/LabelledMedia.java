package io.assay.gateway.label;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.journal.ContentRecord;
import io.assay.mark.AppliedLabel;
import java.util.List;

/** A picture or a sound with its labels, as it will leave. */
public record LabelledMedia(byte[] bytes, List<AppliedLabel> applied, ContentRecord content) {
  public LabelledMedia {
    requireNonNull(bytes, "bytes");
    applied = List.copyOf(applied);
    requireNonNull(content, "content");
  }
}

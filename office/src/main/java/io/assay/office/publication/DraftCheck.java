package io.assay.office.publication;

import io.assay.gateway.publication.Draft;
import io.assay.gateway.publication.LabelledWork;
import io.assay.gateway.publication.Ruling;

/** A rule on what may become public; the strictest of all decides. */
public interface DraftCheck {
  Ruling examine(Draft draft);

  /** Learns that a draft on which it may have ruled was entered under this identifier. */
  default void entered(String publication, LabelledWork work) {}
}

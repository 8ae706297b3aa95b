package io.assay.office.notice;

import io.assay.office.Remark;

/** What became of a letter. */
public sealed interface Posted {
  /** The mail server took it under this message identifier. */
  record Taken(String messageId) implements Posted {}

  record Failed(Remark problem) implements Posted {}
}

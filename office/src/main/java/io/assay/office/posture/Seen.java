package io.assay.office.posture;

import io.assay.office.Remark;

/** What a probe saw; {@code posture.seen.NAME} is its message. */
enum Seen {
  PUBLISHING_ANSWERED,
  BAD_ANSWERED,
  BAD_REFUSED,
  GOOD_ANSWERED,
  OUT_OF_REACH,
  NO_VERDICT,
  PAGE_ANSWERED,
  PAGE_OUT_OF_REACH,
  FORM_THERE,
  FORM_MISSING,
  PAGE_CLOSED,
  WORDS_THERE,
  WORDS_MISSING,
  NOT_IN_FORCE,
  NOT_AS_APPROVED,
  PROMISE_SHOWN,
  PROMISE_MISSING,
  TREE_GREW,
  TREE_BROKE,
  LEDGER_BROKEN,
  COSIGNED,
  RESULTS_KEPT,
  RESULTS_CHANGED,
  RESULT_UNNOTICED,
  FAULT_FOUND,
  FAULT_MISSED,
  CLOCK_HELD,
  CLOCK_SILENT,
  LABEL_FOUND,
  LABEL_OF_ANOTHER,
  FILE_UNREADABLE;

  Remark remark(Object... values) {
    return Remark.of("posture.seen." + name(), values);
  }
}

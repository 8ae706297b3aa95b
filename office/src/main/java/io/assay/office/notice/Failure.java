package io.assay.office.notice;

import io.assay.office.Remark;

/** Why a notice did not reach its target; {@code notice.failure.NAME} is its message. */
enum Failure {
  NO_ADDRESS,
  MAIL,
  NOT_IN_FORCE,
  ANSWERED,
  NOT_REACHED,
  INTERRUPTED;

  Remark remark(Object... values) {
    return Remark.of("notice.failure." + name(), values);
  }
}

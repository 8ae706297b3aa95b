package io.assay.office.task;

/** Why a task exists. */
public enum Queue {
  /** The gateway holds the content until somebody has decided. */
  HOLD,
  /** A sample of what was blocked. */
  QA_BLOCKED,
  /** A sample of what passed. */
  QA_PASSED;

  public String icon() {
    return switch (this) {
      case HOLD -> "clock-pause";
      case QA_BLOCKED -> "shield-x";
      case QA_PASSED -> "circle-check";
    };
  }
}

package io.assay.office.management;

/**
 * What the controls say now. The engine that computes them is a bean of this type; without one
 * nothing is evident.
 */
@FunctionalInterface
public interface LiveControls {

  /** State of a control, as {@code C10-1}; one that nobody computes has no evidence. */
  Status status(String control);

  /** What a control can say. */
  enum Status {
    PASS,
    FAIL,
    DUE_SOON,
    STALE,
    INSUFFICIENT_EVIDENCE,
    NOT_APPLICABLE;

    /** Whether the control really observes something. */
    public boolean live() {
      return this != INSUFFICIENT_EVIDENCE && this != NOT_APPLICABLE;
    }
  }

  /** No engine: nothing is evident. */
  static LiveControls none() {
    return control -> Status.INSUFFICIENT_EVIDENCE;
  }
}

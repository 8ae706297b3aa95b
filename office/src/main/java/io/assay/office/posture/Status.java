package io.assay.office.posture;

import java.util.Collection;
import java.util.Comparator;

/** What a control's numbers say, the worst last. */
public enum Status {
  NOT_APPLICABLE("idle", "circle-minus"),
  PASS("pass", "circle-check"),
  /** Nothing is wrong yet, and something is about to be late. */
  DUE_SOON("hold", "hourglass"),
  /** There was nothing to judge by; never shown as passed. */
  INSUFFICIENT_EVIDENCE("idle", "help-circle"),
  /** What it is judged by is too old. */
  STALE("fail", "clock-pause"),
  FAIL("block", "alert-octagon");

  private final String tone;
  private final String icon;

  Status(String tone, String icon) {
    this.tone = tone;
    this.icon = icon;
  }

  public String tone() {
    return tone;
  }

  public String icon() {
    return icon;
  }

  /** Whether it shows that the duty is met. */
  boolean satisfied() {
    return switch (this) {
      case PASS, DUE_SOON, NOT_APPLICABLE -> true;
      case INSUFFICIENT_EVIDENCE, STALE, FAIL -> false;
    };
  }

  /** The worst of several, for an average would hide it. */
  static Status worst(Collection<Status> statuses) {
    return statuses.stream().max(Comparator.naturalOrder()).orElse(INSUFFICIENT_EVIDENCE);
  }
}

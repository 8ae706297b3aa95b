package io.assay.office.task;

/** What a reviewer can choose. */
public enum Choice {
  RELEASE,
  BLOCK,
  ESCALATE;

  public String tone() {
    return switch (this) {
      case RELEASE -> "pass";
      case BLOCK -> "block";
      case ESCALATE -> "hold";
    };
  }

  public String icon() {
    return switch (this) {
      case RELEASE -> "circle-check";
      case BLOCK -> "shield-x";
      case ESCALATE -> "arrow-right";
    };
  }
}

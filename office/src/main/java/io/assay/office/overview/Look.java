package io.assay.office.overview;

import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.StepRecord.Decision;

/** The tone and icon by which every page shows a decision or an outcome. */
public enum Look {
  PASS("pass", "circle-check"),
  HOLD("hold", "clock-pause"),
  BLOCK("block", "shield-x"),
  REFUSE("refuse", "ban"),
  FAIL("fail", "alert-triangle"),
  GONE("idle", "plug-connected-x"),
  SKIP("idle", "player-track-next"),
  OPEN("idle", "clock");

  private final String tone;
  private final String icon;

  Look(String tone, String icon) {
    this.tone = tone;
    this.icon = icon;
  }

  public String tone() {
    return tone;
  }

  public String icon() {
    return icon;
  }

  static Look of(Outcome outcome) {
    return switch (outcome) {
      case DELIVERED -> PASS;
      case BLOCKED_INPUT, BLOCKED_OUTPUT -> BLOCK;
      case HELD -> HOLD;
      case REFUSED -> REFUSE;
      case FAILED -> FAIL;
      case ABANDONED -> GONE;
    };
  }

  static Look of(Decision decision) {
    return switch (decision) {
      case PASS, DONE -> PASS;
      case HOLD -> HOLD;
      case BLOCK -> BLOCK;
      case REFUSE -> REFUSE;
      case FAIL -> FAIL;
      case SKIP -> SKIP;
    };
  }
}

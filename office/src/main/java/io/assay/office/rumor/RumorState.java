package io.assay.office.rumor;

/** How far a rumor is dealt with (Art. 11). */
public enum RumorState {
  SUSPECTED("hold", "hourglass"),
  VERIFIED_FALSE("fail", "alert-triangle"),
  CONTAINED("block", "lock"),
  REFUTED("brass", "speakerphone"),
  REPORTED("brass", "report"),
  CLOSED("pass", "circle-check"),
  /** It was found to be true; nothing is done against it. */
  TRUE("idle", "circle-minus");

  private final String tone;
  private final String icon;

  RumorState(String tone, String icon) {
    this.tone = tone;
    this.icon = icon;
  }

  public String tone() {
    return tone;
  }

  public String icon() {
    return icon;
  }

  /** Whether it is known to be false, so that nothing that says it may become public. */
  public boolean confirmedFalse() {
    return this != SUSPECTED && this != TRUE;
  }

  public boolean refuted() {
    return this == REFUTED || this == REPORTED || this == CLOSED;
  }
}

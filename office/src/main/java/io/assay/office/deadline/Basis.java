package io.assay.office.deadline;

/** What a limit rests on. It is printed beside every clock, so that policy never passes for law. */
public enum Basis {
  LAW("pass", "scale"),
  STANDARD("brass", "certificate"),
  /** A promise that the operator published (Art. 12). */
  COMMITMENT("refuse", "speakerphone"),
  POLICY("idle", "settings");

  private final String tone;
  private final String icon;

  Basis(String tone, String icon) {
    this.tone = tone;
    this.icon = icon;
  }

  public String tone() {
    return tone;
  }

  public String icon() {
    return icon;
  }

  /** Whether the operator may replace it by a commitment. */
  boolean own() {
    return this == COMMITMENT || this == POLICY;
  }
}

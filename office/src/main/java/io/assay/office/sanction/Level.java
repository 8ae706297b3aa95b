package io.assay.office.sanction;

/** The ladder, from the mildest on. */
public enum Level {
  WARN("hold", "alert-triangle"),
  /** Some capabilities are closed. */
  LIMIT("hold", "hand-stop"),
  SUSPEND("block", "player-pause"),
  CLOSE("block", "ban");

  private final String tone;
  private final String icon;

  Level(String tone, String icon) {
    this.tone = tone;
    this.icon = icon;
  }

  public String tone() {
    return tone;
  }

  public String icon() {
    return icon;
  }

  /** Whether one reviewer may impose it without a second person. */
  public boolean single() {
    return this == WARN || this == LIMIT;
  }
}

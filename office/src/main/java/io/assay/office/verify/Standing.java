package io.assay.office.verify;

/** How one label stands after it was checked. */
public enum Standing {
  VALID("pass", "check"),
  PRESENT("brass", "eye"),
  BROKEN("block", "x"),
  UNCHECKED("idle", "help-circle");

  private final String tone;
  private final String icon;

  Standing(String tone, String icon) {
    this.tone = tone;
    this.icon = icon;
  }

  public String tone() {
    return tone;
  }

  public String icon() {
    return icon;
  }
}

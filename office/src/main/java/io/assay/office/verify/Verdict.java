package io.assay.office.verify;

/**
 * What the labels of a file say together, in one word, and the tone and icon that show it.
 *
 * <p>No verdict calls a file fake: a file without labels is a file without evidence.
 */
public enum Verdict {
  INTACT("pass", "shield-check"),
  STRIPPED("hold", "eraser"),
  ALTERED("hold", "pencil"),
  FORGED("block", "alert-octagon"),
  TRANSPLANTED("block", "replace"),
  UNLABELLED("idle", "tag-off"),
  UNKNOWN("idle", "help-circle");

  private final String tone;
  private final String icon;

  Verdict(String tone, String icon) {
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

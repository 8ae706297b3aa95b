package io.assay.office.intake;

/** What a handler found. */
public enum Finding {
  /** The complainant is right; a contested decision is overturned. */
  UPHELD("pass", "thumb-up"),
  /** Right in part; the contested decision is overturned and may be taken anew, milder. */
  PARTLY("hold", "git-compare"),
  REJECTED("refuse", "circle-x");

  private final String tone;
  private final String icon;

  Finding(String tone, String icon) {
    this.tone = tone;
    this.icon = icon;
  }

  public String tone() {
    return tone;
  }

  public String icon() {
    return icon;
  }

  boolean overturns() {
    return this != REJECTED;
  }

  /** Whether nothing of what was held against the complainant remains. */
  boolean exonerates() {
    return this == UPHELD;
  }
}

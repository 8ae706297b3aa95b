package io.assay.office.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the three intakes that Art. 12 tells apart. */
public enum Door {
  /** A user contests a decision about themselves. */
  APPEAL("scale"),
  /** Somebody is affected by content or by the service. */
  COMPLAINT("message-report"),
  /** Anybody points out content that should not be there. */
  REPORT("flag");

  private final String icon;

  Door(String icon) {
    this.icon = icon;
  }

  public String icon() {
    return icon;
  }

  public String path() {
    return "/" + code();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rule of the limit for confirming receipt. */
  public String acknowledge() {
    return "intake." + code() + "-acknowledge";
  }

  /** The rule of the limit for the decision. */
  public String decide() {
    return "intake." + code() + "-decide";
  }

  static Optional<Door> named(String code) {
    return Stream.of(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}

package io.assay.office.web;

import java.util.Locale;
import java.util.Optional;

/** The colours of the pages: light, dark, or whatever the reader's device asks for. */
public enum Theme {
  AUTO("(prefers-color-scheme: dark)"),
  LIGHT("not all"),
  DARK("all");

  private final String darkMedia;

  Theme(String darkMedia) {
    this.darkMedia = darkMedia;
  }

  /** The media query under which the dark style sheet applies. */
  public String darkMedia() {
    return darkMedia;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Theme> named(String code) {
    for (Theme theme : values()) {
      if (theme.code().equals(code)) {
        return Optional.of(theme);
      }
    }
    return Optional.empty();
  }
}

package io.assay.office.overview;

import java.time.Duration;

/** The stretch of time that the overview counts. */
public enum Window {
  HOUR("1h", Duration.ofHours(1)),
  DAY("24h", Duration.ofDays(1)),
  WEEK("7d", Duration.ofDays(7));

  static final Duration MINUTE = Duration.ofMinutes(1);

  private final String code;
  private final Duration length;

  Window(String code, Duration length) {
    this.code = code;
    this.length = length;
  }

  public String code() {
    return code;
  }

  Duration length() {
    return length;
  }

  /** The window a link names; a day when it names none that exists. */
  static Window named(String code) {
    for (Window window : values()) {
      if (window.code.equals(code)) {
        return window;
      }
    }
    return DAY;
  }
}

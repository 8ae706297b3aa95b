package io.assay.office.overview;

import java.time.Duration;

/** The stretch of time that the overview counts. */
public enum Window {
  HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(1)),
  DAY("24h", Duration.ofDays(1), Duration.ofHours(1)),
  WEEK("7d", Duration.ofDays(7), Duration.ofHours(6));

  static final Duration MINUTE = Duration.ofMinutes(1);

  private final String code;
  private final Duration length;
  private final Duration bar;

  Window(String code, Duration length, Duration bar) {
    this.code = code;
    this.length = length;
    this.bar = bar;
  }

  public String code() {
    return code;
  }

  Duration length() {
    return length;
  }

  /** What one bar of its chart stands for. */
  Duration bar() {
    return bar;
  }

  int bars() {
    return Math.toIntExact(length.dividedBy(bar));
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

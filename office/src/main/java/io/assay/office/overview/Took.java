package io.assay.office.overview;

import java.util.Locale;

/** Writes a duration of microseconds the way people read it. */
final class Took {
  private Took() {}

  static String text(long micros) {
    if (micros < 1_000) {
      return micros + " µs";
    }
    if (micros < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
    }
    return String.format(Locale.ROOT, "%.2f s", micros / 1e6);
  }
}

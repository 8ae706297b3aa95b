package io.assay.office.identity;

import java.text.Normalizer;
import java.util.Locale;

/** A number as people type it: full-width, with spaces and dashes, in lower case. */
final class Typed {
  private static final int LONGEST = 64;

  private Typed() {}

  static String normalised(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return Normalizer.normalize(bounded, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Cf}\\-‐-―]", "")
        .toUpperCase(Locale.ROOT);
  }
}

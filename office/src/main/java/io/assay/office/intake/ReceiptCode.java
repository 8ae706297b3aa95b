package io.assay.office.intake;

import io.assay.office.RandomText;
import java.util.Locale;
import java.util.Optional;

/**
 * The code by which somebody finds their own case again: 80 random bits in four groups, easy to
 * copy by hand. Whoever knows it is believed to be that person.
 */
record ReceiptCode(String text) {
  private static final int GROUP = 4;
  private static final int LENGTH = 16;

  static ReceiptCode random() {
    String letters = RandomText.identifier("").substring(0, LENGTH);
    return new ReceiptCode(letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
  }

  /** The code as somebody typed it; empty when it cannot be one. */
  static Optional<ReceiptCode> parse(String typed) {
    String letters =
        typed
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('o', '0')
            .replace('i', '1')
            .replace('l', '1');
    return letters.matches("[0-9a-z]{" + LENGTH + "}")
        ? Optional.of(new ReceiptCode(letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-")))
        : Optional.empty();
  }
}

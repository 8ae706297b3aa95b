package io.assay.office.task;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Cohen's kappa of two persons who chose between releasing and blocking: how far they agree beyond
 * what chance would give.
 *
 * <p>Source: J. Cohen, A coefficient of agreement for nominal scales (1960).
 *
 * @param bothRelease both released
 * @param bothBlock both blocked
 * @param firstOnly only the first released
 * @param secondOnly only the second released
 */
public record Kappa(long bothRelease, long bothBlock, long firstOnly, long secondOnly) {
  static final Kappa NOTHING = new Kappa(0, 0, 0, 0);

  Kappa and(Choice one, Choice other) {
    boolean first = one == Choice.RELEASE;
    boolean second = other == Choice.RELEASE;
    return new Kappa(
        bothRelease + (first && second ? 1 : 0),
        bothBlock + (!first && !second ? 1 : 0),
        firstOnly + (first && !second ? 1 : 0),
        secondOnly + (!first && second ? 1 : 0));
  }

  public long pairs() {
    return bothRelease + bothBlock + firstOnly + secondOnly;
  }

  public long agreed() {
    return bothRelease + bothBlock;
  }

  /** From -1 to 1; empty without pairs, and when chance alone would give full agreement. */
  public OptionalDouble value() {
    double n = pairs();
    if (n == 0) {
      return OptionalDouble.empty();
    }
    double first = (bothRelease + firstOnly) / n;
    double second = (bothRelease + secondOnly) / n;
    double chance = first * second + (1 - first) * (1 - second);
    return chance >= 1
        ? OptionalDouble.empty()
        : OptionalDouble.of((agreed() / n - chance) / (1 - chance));
  }

  /** The value as pages show it. */
  public String text() {
    OptionalDouble value = value();
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
  }
}

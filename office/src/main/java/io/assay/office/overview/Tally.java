package io.assay.office.overview;

import java.util.Locale;

/** A count and what it is counted out of; a percentage exists only where there is something. */
public record Tally(long count, long of) {

  public boolean any() {
    return of > 0;
  }

  /** The share with one decimal, rounded towards zero, so that only all of it is 100 %. */
  public String percent() {
    return String.format(Locale.ROOT, "%.1f", Math.floor(1000.0 * count / of) / 10);
  }
}

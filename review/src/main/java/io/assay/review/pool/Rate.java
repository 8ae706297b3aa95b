package io.assay.review.pool;

/** A share of a count; nothing of nothing is no evidence, not a perfect score. */
public record Rate(long part, long whole) {

  public Rate {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException("no such share: " + part + " of " + whole);
    }
  }

  /** Whether there was anything to count. */
  public boolean known() {
    return whole > 0;
  }

  /**
   * The share from 0 to 1.
   *
   * @throws IllegalStateException if nothing was counted
   */
  public double value() {
    if (!known()) {
      throw new IllegalStateException("nothing was counted; ask known() first");
    }
    return (double) part / whole;
  }

  @Override
  public String toString() {
    return part + "/" + whole;
  }
}

package io.assay.office.deadline;

/** A length of time as rules give it. */
public record Limit(int value, Unit unit) {
  private static final int MOST = 10_000;

  public Limit {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException("a limit of " + value + " " + unit);
    }
  }

  /** In what a limit is counted. */
  public enum Unit {
    MINUTE,
    HOUR,
    DAY,
    WORKING_DAY,
    MONTH
  }

  /** The limit as compact text, {@code 5 WORKING_DAY}. */
  @Override
  public String toString() {
    return value + " " + unit;
  }
}

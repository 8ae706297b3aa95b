package io.assay.office.policy;

import java.time.Duration;

/**
 * A number that the law leaves to the operator. It is always shown as policy, never as law.
 *
 * @param name dotted, the feature first: {@code task.hold}; {@code policy.task.hold} is its message
 * @param shipped what it is until somebody changes it
 * @param least the smallest that makes sense
 * @param most the largest that makes sense
 */
public record PolicyNumber(String name, Unit unit, long shipped, long least, long most) {
  /** What it counts. */
  public enum Unit {
    SECONDS(Duration.ofSeconds(1)),
    MINUTES(Duration.ofMinutes(1)),
    HOURS(Duration.ofHours(1)),
    DAYS(Duration.ofDays(1)),
    /** Things. */
    COUNT(Duration.ZERO),
    /** One in so many. */
    ONE_IN(Duration.ZERO),
    THOUSANDTHS(Duration.ZERO),
    POINTS(Duration.ZERO),
    MEGABYTES(Duration.ZERO),
    BITS(Duration.ZERO);

    private final Duration one;

    Unit(Duration one) {
      this.one = one;
    }
  }

  public PolicyNumber {
    if (least < 0 || shipped < least || most < shipped) {
      throw new IllegalArgumentException(
          name + ": needs 0 <= " + least + " <= " + shipped + " <= " + most);
    }
  }

  /**
   * A time.
   *
   * @throws IllegalArgumentException when it is no whole number of units, or outside its bounds
   */
  public static PolicyNumber of(String name, Unit unit, Duration shipped, long least, long most) {
    if (!shipped.equals(unit.one.multipliedBy(shipped.dividedBy(unit.one)))) {
      throw new IllegalArgumentException(
          name + ": " + shipped + " is no whole number of " + unit + "; take one that is");
    }
    return new PolicyNumber(name, unit, shipped.dividedBy(unit.one), least, most);
  }

  boolean allows(long value) {
    return least <= value && value <= most;
  }

  /** So many of its units of time. */
  Duration duration(long value) {
    if (unit.one.isZero()) {
      throw new IllegalStateException(name + " is no time");
    }
    return unit.one.multipliedBy(value);
  }

  /** The feature that it belongs to. */
  public String feature() {
    return name.substring(0, name.indexOf('.'));
  }
}

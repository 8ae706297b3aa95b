package io.assay.office.task;

import io.assay.office.policy.PolicyNumber;
import io.assay.office.policy.PolicyNumber.Unit;
import io.assay.office.policy.PolicyNumbers;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the law leaves to the operator: every number here is policy. */
@Component("taskPolicy")
public final class Policy implements PolicyNumbers {
  /** By when held content is decided. */
  public static final PolicyNumber HOLD = new PolicyNumber("task.hold", Unit.MINUTES, 30, 1, 1_440);

  /** By when a sample is looked at. */
  public static final PolicyNumber SAMPLE = new PolicyNumber("task.sample", Unit.HOURS, 24, 1, 720);

  /** How long a reviewer holds a task without deciding. */
  public static final PolicyNumber LEASE = new PolicyNumber("task.lease", Unit.MINUTES, 10, 1, 120);

  /** How long a decision can be taken back before it takes effect. */
  public static final PolicyNumber UNDO = new PolicyNumber("task.undo", Unit.SECONDS, 10, 0, 300);

  /** How long released content passes. */
  public static final PolicyNumber RELEASE = new PolicyNumber("task.release", Unit.DAYS, 7, 1, 90);

  /** How long a released file is given out again after it was delivered. */
  public static final PolicyNumber DELIVER_AGAIN =
      new PolicyNumber("task.deliver-again", Unit.MINUTES, 10, 1, 1_440);

  /** One hold in so many is decided by two persons, blind. */
  static final PolicyNumber DOUBLE = new PolicyNumber("task.double", Unit.ONE_IN, 10, 1, 1_000);

  /** One blocked exchange in so many is sampled. */
  static final PolicyNumber BLOCKED =
      new PolicyNumber("task.sample-blocked", Unit.ONE_IN, 50, 1, 10_000);

  /** One delivered exchange in so many is sampled. */
  static final PolicyNumber PASSED =
      new PolicyNumber("task.sample-passed", Unit.ONE_IN, 200, 1, 100_000);

  /** After so many decisions a reviewer gets an item whose answer is known. */
  static final PolicyNumber GOLDEN = new PolicyNumber("task.golden", Unit.COUNT, 25, 2, 1_000);

  /** A shift, and the most items that a reviewer opens in it. */
  public static final PolicyNumber SHIFT = new PolicyNumber("task.shift", Unit.HOURS, 8, 1, 24);

  public static final PolicyNumber MOST_IN_SHIFT =
      new PolicyNumber("task.most-in-shift", Unit.COUNT, 300, 1, 10_000);

  /** The most items in one hour; then a break. */
  public static final PolicyNumber MOST_IN_HOUR =
      new PolicyNumber("task.most-in-hour", Unit.COUNT, 60, 1, 1_000);

  @Override
  public List<PolicyNumber> numbers() {
    return List.of(
        HOLD,
        SAMPLE,
        LEASE,
        UNDO,
        RELEASE,
        DELIVER_AGAIN,
        DOUBLE,
        BLOCKED,
        PASSED,
        GOLDEN,
        SHIFT,
        MOST_IN_SHIFT,
        MOST_IN_HOUR);
  }

  /** Whether one in so many is chosen; the same id is always answered the same. */
  static boolean chosen(String id, int oneIn) {
    return Math.floorMod(id.hashCode() * 0x9E3779B1, oneIn) == 0;
  }
}

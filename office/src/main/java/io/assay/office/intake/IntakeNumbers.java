package io.assay.office.intake;

import io.assay.office.OfficeConfig;
import io.assay.office.policy.Policies;
import io.assay.office.policy.PolicyNumber;
import io.assay.office.policy.PolicyNumber.Unit;
import io.assay.office.policy.PolicyNumbers;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How much the doors take: policy, which begins as the operator configured it. */
@Component
final class IntakeNumbers implements PolicyNumbers {
  private static final int MEGABYTE = 1_000_000;

  private final PolicyNumber fileSize;
  private final PolicyNumber files;
  private final PolicyNumber perHour;
  private final PolicyNumber unproven =
      new PolicyNumber("intake.per-hour-unproven", Unit.COUNT, 3, 1, 100);
  private final PolicyNumber codes =
      new PolicyNumber("intake.codes-per-hour", Unit.COUNT, 60, 5, 1_000);
  private final PolicyNumber messages =
      new PolicyNumber("intake.messages-per-day", Unit.COUNT, 20, 1, 1_000);
  private final ObjectProvider<Policies> policies;

  IntakeNumbers(OfficeConfig config, ObjectProvider<Policies> policies) {
    long size = Math.ceilDiv(config.cases().attachmentLimit(), MEGABYTE);
    this.fileSize = new PolicyNumber("intake.file-size", Unit.MEGABYTES, size, 1, 64);
    this.files =
        new PolicyNumber("intake.files", Unit.COUNT, config.cases().attachmentCount(), 0, 50);
    this.perHour =
        new PolicyNumber("intake.per-hour", Unit.COUNT, config.cases().intakePerHour(), 1, 1_000);
    this.policies = policies;
  }

  @Override
  public List<PolicyNumber> numbers() {
    return List.of(fileSize, files, perHour, unproven, codes, messages);
  }

  /** The largest file, in bytes. */
  int fileBytes() {
    return fileMegabytes() * MEGABYTE;
  }

  int fileMegabytes() {
    return now(fileSize);
  }

  /** The most files of a case. */
  int files() {
    return now(files);
  }

  /** The most forms from one address within an hour. */
  int perHour() {
    return now(perHour);
  }

  /** The same for a browser or a program that did no work. */
  int perHourUnproven() {
    return Math.min(perHour(), now(unproven));
  }

  /** The most receipt codes that one address tries within an hour. */
  int codesPerHour() {
    return now(codes);
  }

  /** The most messages to a case within 24 hours. */
  int messagesPerDay() {
    return now(messages);
  }

  private int now(PolicyNumber number) {
    return policies.getObject().count(number);
  }
}

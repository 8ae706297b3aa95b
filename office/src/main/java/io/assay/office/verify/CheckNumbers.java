package io.assay.office.verify;

import io.assay.office.policy.PolicyNumber;
import io.assay.office.policy.PolicyNumber.Unit;
import io.assay.office.policy.PolicyNumbers;
import java.util.List;
import org.springframework.stereotype.Component;

/** How much the public check of files takes: policy. */
@Component
final class CheckNumbers implements PolicyNumbers {
  /** The most files that one address has checked within an hour. */
  static final PolicyNumber PER_HOUR =
      new PolicyNumber("verify.per-hour", Unit.COUNT, 120, 1, 10_000);

  /** The largest file; the server takes none above the most that this can be. */
  static final PolicyNumber FILE_SIZE =
      new PolicyNumber("verify.file-size", Unit.MEGABYTES, 64, 1, 64);

  @Override
  public List<PolicyNumber> numbers() {
    return List.of(PER_HOUR, FILE_SIZE);
  }
}

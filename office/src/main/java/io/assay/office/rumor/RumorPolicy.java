package io.assay.office.rumor;

import io.assay.office.policy.PolicyNumber;
import io.assay.office.policy.PolicyNumber.Unit;
import io.assay.office.policy.PolicyNumbers;
import java.util.List;
import org.springframework.stereotype.Component;

/** How outputs that say a claim are looked for: every number here is policy, none is law. */
@Component
final class RumorPolicy implements PolicyNumbers {
  /** How many bits of two fingerprints may differ. */
  static final PolicyNumber BITS = new PolicyNumber("rumor.likeness", Unit.BITS, 8, 0, 16);

  /** How far back delivered outputs are compared. */
  static final PolicyNumber REACH = new PolicyNumber("rumor.reach", Unit.DAYS, 30, 1, 365);

  /** How many delivered outputs are compared at most. */
  static final PolicyNumber OUTPUTS =
      new PolicyNumber("rumor.outputs", Unit.COUNT, 5_000, 100, 100_000);

  @Override
  public List<PolicyNumber> numbers() {
    return List.of(BITS, REACH, OUTPUTS);
  }
}

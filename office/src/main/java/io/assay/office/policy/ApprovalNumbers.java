package io.assay.office.policy;

import io.assay.office.approval.ProposalLimits;
import io.assay.office.policy.PolicyNumber.Unit;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How long proposals wait, here because changes of numbers are proposals themselves. */
@Component
final class ApprovalNumbers implements PolicyNumbers, ProposalLimits {
  private final PolicyNumber waits = new PolicyNumber("approval.waits", Unit.DAYS, 7, 1, 90);
  private final ObjectProvider<Policies> policies;

  ApprovalNumbers(ObjectProvider<Policies> policies) {
    this.policies = policies;
  }

  @Override
  public List<PolicyNumber> numbers() {
    return List.of(waits);
  }

  @Override
  public Duration waits() {
    return policies.getObject().duration(waits);
  }
}

package io.assay.office.policy;

import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The change of a number of policy, which takes two people. */
@Component
class NumberChange implements TwoPersonAction {
  private static final String KIND = "policy.number";

  private final Policies policies;

  NumberChange(Policies policies) {
    this.policies = policies;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Right proposes() {
    return Right.DOCUMENT_WRITE;
  }

  @Override
  public Right approves() {
    return Right.DOCUMENT_APPROVE;
  }

  @Override
  public void carryOut(Proposal proposal, String approver) {
    long value = Long.parseLong(proposal.fact("value"));
    policies.change(proposal.about(), value, proposal.proposedBy(), approver, proposal.reason());
  }

  /** What hands the change to a second person. */
  Wanted wanted(String name, long value, String reason) {
    PolicyNumber number = policies.checked(name, value);
    Map<String, String> facts =
        Map.of(
            "value", String.valueOf(value),
            "former", String.valueOf(policies.value(number)),
            "unit", number.unit().name());
    return new Wanted(KIND, name, facts, reason);
  }
}

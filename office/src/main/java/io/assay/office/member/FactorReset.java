package io.assay.office.member;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import io.assay.office.staff.StaffService;
import io.assay.office.staff.StaffService.Outcome;
import org.springframework.stereotype.Component;

/** Takes a lost second factor from a member, so that nobody alone can take over an account. */
@Component
class FactorReset implements TwoPersonAction {
  static final String KIND = "staff.factor";

  private final StaffService staff;

  FactorReset(StaffService staff) {
    this.staff = staff;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Right proposes() {
    return Right.STAFF_WRITE;
  }

  @Override
  public Right approves() {
    return Right.STAFF_APPROVE;
  }

  @Override
  public void carryOut(Proposal proposal, String approver) {
    if (staff.resetFactor(proposal.about(), approver) instanceof Outcome.Refused refused) {
      throw new ActionRefusedException(refused.code());
    }
  }
}

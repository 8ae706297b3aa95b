package io.assay.office.pool;

import io.assay.gateway.Duty;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import org.springframework.stereotype.Component;

/** Takes a feature out of the pool on a proposal, as when it stops what is harmless (Art. 10). */
@Duty("DS-10")
@Component
class Retirement implements TwoPersonAction {
  static final String KIND = "pool.retirement";

  private final Procedure procedure;

  Retirement(Procedure procedure) {
    this.procedure = procedure;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Right proposes() {
    return Right.POOL_WRITE;
  }

  @Override
  public Right approves() {
    return Right.POOL_APPROVE;
  }

  @Override
  public void carryOut(Proposal proposal, String approver) {
    procedure.retire(proposal.about(), proposal.reason(), approver);
  }
}

package io.assay.office.disposal;

import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import org.springframework.stereotype.Component;

/** The release of a legal hold. */
@Component
class HoldRelease implements TwoPersonAction {
  static final String KIND = "disposal.release";

  private final Disposals disposals;

  HoldRelease(Disposals disposals) {
    this.disposals = disposals;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Right proposes() {
    return Right.REPORT_WRITE;
  }

  @Override
  public Right approves() {
    return Right.REPORT_APPROVE;
  }

  @Override
  public void carryOut(Proposal proposal, String approver) {
    disposals.release(proposal.about(), approver);
  }
}

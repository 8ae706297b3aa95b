package io.assay.office.authority;

import io.assay.gateway.Duty;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import org.springframework.stereotype.Component;

/** A report is approved by somebody other than who drafted it, as it was read. */
@Duty("DS-10")
@Component
class ReportApproval implements TwoPersonAction {
  static final String KIND = "authority.report";

  private final Reports reports;

  ReportApproval(Reports reports) {
    this.reports = reports;
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
    reports.approve(proposal.about(), proposal.fact("digest"), approver);
  }
}

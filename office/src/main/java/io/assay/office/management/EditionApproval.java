package io.assay.office.management;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The approval of an edition by somebody who did not write it. */
@Component
class EditionApproval implements TwoPersonAction {
  static final String KIND = "management.approval";
  private static final String SHA256 = "sha256";

  private final ManagementSystems systems;

  EditionApproval(ManagementSystems systems) {
    this.systems = systems;
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
    systems.approve(proposal.about(), proposal.fact(SHA256), approver);
  }

  /** What hands an edition to a second person, bound to its wording as it stands. */
  static Wanted wanted(Edition edition, String reason) {
    if (edition.approved()) {
      throw new ActionRefusedException("management.not-draft");
    }
    Map<String, String> facts =
        Map.of(
            "document",
            edition.system().slug() + "/" + edition.version(),
            SHA256,
            edition.sha256());
    return new Wanted(KIND, edition.id(), facts, reason);
  }
}

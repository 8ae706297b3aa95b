package io.assay.office.document;

import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import org.springframework.stereotype.Component;

/** The approval of a draft by somebody who did not write it. */
@Component
class DocumentApproval implements TwoPersonAction {
  static final String KIND = "document.approval";
  static final String SHA256 = "sha256";

  private final Documents documents;

  DocumentApproval(Documents documents) {
    this.documents = documents;
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
    documents.approve(proposal.about(), proposal.fact(SHA256), approver);
  }
}

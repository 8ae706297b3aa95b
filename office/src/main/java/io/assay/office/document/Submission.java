package io.assay.office.document;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal;
import io.assay.office.document.PublicDocument.State;
import io.assay.office.staff.SignedIn;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hands a draft to a second person, bound to its wording as it stands. */
@Component
class Submission {
  private final Documents documents;
  private final Approvals approvals;

  Submission(Documents documents, Approvals approvals) {
    this.documents = documents;
    this.approvals = approvals;
  }

  Proposal submit(String id, String reason, SignedIn member) {
    PublicDocument draft =
        documents.find(id).orElseThrow(() -> new ActionRefusedException("document.unknown"));
    if (draft.state() != State.DRAFT) {
      throw new ActionRefusedException("document.not-draft");
    }
    Map<String, String> facts =
        Map.of("document", draft.name(), DocumentApproval.SHA256, draft.sha256());
    return approvals.propose(new Wanted(DocumentApproval.KIND, id, facts, reason), member);
  }
}

package io.assay.office.approval;

import io.assay.office.staff.SignedIn;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalApi {
  private final Approvals approvals;

  ApprovalApi(Approvals approvals) {
    this.approvals = approvals;
  }

  record Note(String note) {}

  record Page(List<Proposal> open, List<Proposal> decided) {}

  @GetMapping
  Page list(@AuthenticationPrincipal SignedIn member) {
    return new Page(approvals.openFor(member), approvals.decidedFor(member));
  }

  @PostMapping("/{id}/approve")
  Proposal approve(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    approvals.approve(id, member);
    return approvals.find(id).orElseThrow();
  }

  @PostMapping("/{id}/reject")
  Proposal reject(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Note note) {
    approvals.reject(id, note.note(), member);
    return approvals.find(id).orElseThrow();
  }

  @PostMapping("/{id}/withdraw")
  Proposal withdraw(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    approvals.withdraw(id, member);
    return approvals.find(id).orElseThrow();
  }
}

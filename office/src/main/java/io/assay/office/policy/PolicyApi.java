package io.assay.office.policy;

import io.assay.office.approval.Approvals;
import io.assay.office.approval.Proposal;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/policy-numbers")
@Allowed(Right.DOCUMENT_READ)
class PolicyApi {
  private final Policies policies;
  private final NumberChange change;
  private final Approvals approvals;

  PolicyApi(Policies policies, NumberChange change, Approvals approvals) {
    this.policies = policies;
    this.change = change;
    this.approvals = approvals;
  }

  /** What every number is, and every change there ever was. */
  record Page(List<Setting> numbers, List<Setting> changes) {}

  record Change(long value, String reason) {}

  @GetMapping
  Page list() {
    return new Page(policies.all(), policies.history());
  }

  @PostMapping("/{name}")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.DOCUMENT_WRITE)
  Proposal propose(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String name,
      @RequestBody Change wanted) {
    return approvals.propose(change.wanted(name, wanted.value(), wanted.reason()), member);
  }
}

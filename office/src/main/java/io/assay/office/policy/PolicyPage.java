package io.assay.office.policy;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every number that the law leaves to the operator, on one page. */
@Controller
@Allowed(Right.DOCUMENT_READ)
class PolicyPage {
  private final Policies policies;
  private final NumberChange change;
  private final Approvals approvals;

  PolicyPage(Policies policies, NumberChange change, Approvals approvals) {
    this.policies = policies;
    this.change = change;
    this.approvals = approvals;
  }

  @GetMapping("/policies")
  String list(Model model) {
    model.addAttribute("numbers", policies.all());
    model.addAttribute("changes", policies.history());
    return "policy/list";
  }

  @PostMapping("/policies")
  @Allowed(Right.DOCUMENT_WRITE)
  String propose(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String name,
      @RequestParam long value,
      @RequestParam String reason,
      HttpServletResponse response,
      Model model) {
    try {
      approvals.propose(change.wanted(name, value, reason), member);
      return "redirect:/approvals";
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return list(model);
    }
  }
}

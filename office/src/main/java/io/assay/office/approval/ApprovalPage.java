package io.assay.office.approval;

import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a second person. Everybody sees what concerns them, by their own rights. */
@Controller
class ApprovalPage {
  private final Approvals approvals;

  ApprovalPage(Approvals approvals) {
    this.approvals = approvals;
  }

  @GetMapping("/approvals")
  String list(@AuthenticationPrincipal SignedIn member, Model model) {
    model.addAttribute("member", member);
    model.addAttribute("approvals", approvals);
    model.addAttribute("open", approvals.openFor(member));
    model.addAttribute("decided", approvals.decidedFor(member));
    return "approval/list";
  }

  @PostMapping("/approvals/{id}/approve")
  String approve(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return done(() -> approvals.approve(id, member), member, response, model);
  }

  @PostMapping("/approvals/{id}/reject")
  String reject(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam String note,
      HttpServletResponse response,
      Model model) {
    return done(() -> approvals.reject(id, note, member), member, response, model);
  }

  @PostMapping("/approvals/{id}/withdraw")
  String withdraw(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return done(() -> approvals.withdraw(id, member), member, response, model);
  }

  private String done(Runnable step, SignedIn member, HttpServletResponse response, Model model) {
    try {
      step.run();
      return "redirect:/approvals";
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return list(member, model);
    }
  }
}

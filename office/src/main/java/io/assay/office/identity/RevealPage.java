package io.assay.office.identity;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Asking for the reveal of an identity, and the page that shows it to the two who agreed. */
@Controller
@Allowed(Right.IDENTITY_REVEAL)
class RevealPage {
  private final Reveals reveals;
  private final VerificationStore verifications;
  private final Approvals approvals;

  RevealPage(Reveals reveals, VerificationStore verifications, Approvals approvals) {
    this.reveals = reveals;
    this.verifications = verifications;
    this.approvals = approvals;
  }

  @PostMapping("/verifications/{id}/reveal")
  String ask(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam String reason,
      HttpServletResponse response,
      Model model) {
    IdentityVerification verification =
        verifications.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    try {
      approvals.propose(
          new Wanted(
              Reveals.KIND,
              id,
              Map.of("subject", verification.subject(), "method", verification.method().name()),
              reason),
          member);
      return "redirect:/approvals";
    } catch (ActionRefusedException refused) {
      return refuse(refused, response, model);
    }
  }

  @GetMapping("/reveals/{id}")
  String show(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    try {
      model.addAttribute("identity", reveals.open(id, member));
    } catch (ActionRefusedException refused) {
      return refuse(refused, response, model);
    }
    return "identity/reveal";
  }

  private static String refuse(
      ActionRefusedException refused, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", refused.code());
    return "identity/reveal";
  }
}

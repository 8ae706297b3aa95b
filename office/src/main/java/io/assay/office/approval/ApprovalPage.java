package io.assay.office.approval;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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
  private static final int PAGE = 50;

  private final Approvals approvals;
  private final PlainWords words;

  ApprovalPage(Approvals approvals, PlainWords words) {
    this.approvals = approvals;
    this.words = words;
  }

  @GetMapping("/approvals")
  String list(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam(defaultValue = "") String waiting,
      @RequestParam(defaultValue = "") String after,
      Locale language,
      Model model) {
    Slice<Proposal> open = approvals.openFor(member, Cursor.parse(waiting), PAGE);
    Slice<Proposal> decided = approvals.decidedFor(member, Cursor.parse(after), PAGE);
    model.addAttribute("member", member);
    model.addAttribute("approvals", approvals);
    model.addAttribute("open", words.of(open.rows(), member, language));
    model.addAttribute("later", open.next());
    model.addAttribute("decided", words.of(decided.rows(), member, language));
    model.addAttribute("older", decided.next());
    model.addAttribute("waits", approvals.waits().toDays());
    return "approval/list";
  }

  @PostMapping("/approvals/{id}/approve")
  String approve(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Locale language,
      Model model) {
    return done(() -> approvals.approve(id, member), member, response, language, model);
  }

  @PostMapping("/approvals/{id}/reject")
  String reject(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam String note,
      HttpServletResponse response,
      Locale language,
      Model model) {
    return done(() -> approvals.reject(id, note, member), member, response, language, model);
  }

  @PostMapping("/approvals/{id}/withdraw")
  String withdraw(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Locale language,
      Model model) {
    return done(() -> approvals.withdraw(id, member), member, response, language, model);
  }

  private String done(
      Runnable step, SignedIn member, HttpServletResponse response, Locale language, Model model) {
    try {
      step.run();
      return "redirect:/approvals";
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return list(member, "", "", language, model);
    }
  }
}

package io.assay.office.sanction;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.sanction.Statement.Ground;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The register of sanctions, and the form that imposes or proposes one. */
@Controller
@Allowed(Right.SANCTION_READ)
class SanctionPage {
  private static final int PAGE = 50;

  private final Sanctions sanctions;
  private final Imposing imposing;

  SanctionPage(Sanctions sanctions, Imposing imposing) {
    this.sanctions = sanctions;
    this.imposing = imposing;
  }

  @GetMapping("/sanctions")
  String list(
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    Slice<Sanction> slice = sanctions.list(subject.strip(), Cursor.parse(after), PAGE);
    model.addAttribute("sanctions", slice.rows());
    model.addAttribute("older", slice.next());
    model.addAttribute("subject", subject);
    model.addAttribute("levels", Level.values());
    model.addAttribute("grounds", Ground.values());
    model.addAttribute("capabilities", List.of("chat", "image", "speech"));
    return "sanction/list";
  }

  @GetMapping("/sanctions/{id}")
  String show(@PathVariable String id, Model model) {
    model.addAttribute(
        "it",
        sanctions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "sanction/show";
  }

  @PostMapping("/sanctions")
  @Allowed(Right.SANCTION_WRITE)
  String impose(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String subject,
      @RequestParam Level level,
      @RequestParam Ground ground,
      @RequestParam String facts,
      @RequestParam String clause,
      @RequestParam(defaultValue = "0") int days,
      @RequestParam(defaultValue = "") List<String> capability,
      @RequestParam(defaultValue = "") String exchanges,
      HttpServletResponse response,
      Model model) {
    try {
      Wish wish =
          new Wish(level, facts, ground, clause, days, String.join(" ", capability), exchanges);
      return imposing
          .ask(subject.strip(), wish, member)
          .map(it -> "redirect:/sanctions/" + it.id())
          .orElse("redirect:/approvals");
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return list(subject, "", model);
    }
  }

  @PostMapping("/sanctions/{id}/lift")
  @Allowed({Right.SUSPENSION_APPROVE, Right.CLOSURE_APPROVE})
  String lift(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam String reason,
      HttpServletResponse response,
      Model model) {
    try {
      sanctions.lift(id, reason, member.actor());
      return "redirect:/sanctions/" + id;
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return show(id, model);
    }
  }
}

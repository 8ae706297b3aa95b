package io.assay.office.task;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How well reviewers agree, and the formal way to overturn what they decided. */
@Controller
@Allowed(Right.DECISION_QUALITY)
class QualityPage {
  private final Quality quality;
  private final Settlement settlement;

  QualityPage(Quality quality, Settlement settlement) {
    this.quality = quality;
    this.settlement = settlement;
  }

  @GetMapping("/reviews/quality")
  @Allowed({Right.DECISION_QUALITY, Right.CONTROL_READ})
  String show(Model model) {
    model.addAttribute("report", quality.report());
    return "task/quality";
  }

  @PostMapping("/reviews/{id}/reverse")
  String reverse(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam Ground ground,
      @RequestParam String reason,
      RedirectAttributes next) {
    return done(id, () -> settlement.reverse(id, ground, reason, member), next);
  }

  @PostMapping("/reviews/{id}/golden")
  String golden(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, RedirectAttributes next) {
    return done(id, () -> settlement.makeGolden(id, member), next);
  }

  private static String done(String id, Runnable step, RedirectAttributes next) {
    try {
      step.run();
    } catch (ActionRefusedException refused) {
      next.addFlashAttribute("refusal", refused.code());
    }
    return "redirect:/reviews/" + id;
  }
}

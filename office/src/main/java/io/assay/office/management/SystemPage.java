package io.assay.office.management;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The eight systems in one table, and a page for each. */
@Controller
@RequestMapping("/systems")
@Allowed(Right.DOCUMENT_READ)
class SystemPage {
  private final ManagementSystems systems;
  private final Approvals approvals;

  SystemPage(ManagementSystems systems, Approvals approvals) {
    this.systems = systems;
    this.approvals = approvals;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("systems", systems.all());
    return "management/list";
  }

  @GetMapping("/{slug}")
  String show(@PathVariable String slug, Model model) {
    ManagementSystem system = system(slug);
    List<Edition> editions = systems.editions(system);
    Optional<Edition> draft = editions.stream().filter(it -> !it.approved()).findFirst();
    LocalDate today = systems.today();
    model.addAttribute("status", systems.status(system));
    model.addAttribute("editions", editions);
    model.addAttribute("draft", draft.orElse(null));
    model.addAttribute("drills", systems.drills(system));
    model.addAttribute("today", today);
    model.addAttribute(
        "charter",
        editions.stream()
            .findFirst()
            .map(Edition::charter)
            .orElseGet(
                () ->
                    new Charter(
                        "", "", "", today, today.plusMonths(Charter.MONTHS_TO_REVIEW), List.of())));
    return "management/show";
  }

  @PostMapping("/{slug}")
  @Allowed(Right.DOCUMENT_WRITE)
  String draft(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String slug,
      @RequestParam String title,
      @RequestParam String body,
      @RequestParam String owner,
      @RequestParam LocalDate effective,
      @RequestParam LocalDate nextReview,
      @RequestParam(defaultValue = "") String controls,
      HttpServletResponse response,
      Model model) {
    Charter charter =
        new Charter(
            title,
            body,
            owner,
            effective,
            nextReview,
            List.of(controls.strip().split("[\\s,]+", -1)));
    return done(() -> systems.draft(system(slug), charter, member.actor()), slug, response, model);
  }

  @PostMapping("/{slug}/submit")
  @Allowed(Right.DOCUMENT_WRITE)
  String submit(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String slug,
      @RequestParam String reason,
      HttpServletResponse response,
      Model model) {
    Edition draft =
        systems.editions(system(slug)).stream()
            .filter(it -> !it.approved())
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return done(
        () -> approvals.propose(EditionApproval.wanted(draft, reason), member),
        slug,
        response,
        model);
  }

  @PostMapping("/{slug}/drills")
  @Allowed(Right.DOCUMENT_WRITE)
  String drill(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String slug,
      @RequestParam LocalDate heldOn,
      @RequestParam String findings,
      HttpServletResponse response,
      Model model) {
    return done(
        () -> systems.drilled(system(slug), heldOn, findings, member.actor()),
        slug,
        response,
        model);
  }

  private String done(Runnable step, String slug, HttpServletResponse response, Model model) {
    try {
      step.run();
      return "redirect:/systems/" + slug;
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return show(slug, model);
    }
  }

  private static ManagementSystem system(String slug) {
    return ManagementSystem.of(slug)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

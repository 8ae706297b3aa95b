package io.assay.office.rumor;

import io.assay.office.Cursor;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadlines;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Rumors, for staff. */
@Controller
@Allowed({Right.REPORT_READ, Right.DECISION_READ})
class RumorPage {
  private static final int PAGE = 50;

  private final Rumors rumors;
  private final Deadlines deadlines;
  private final Clock clock;

  RumorPage(Rumors rumors, Deadlines deadlines, Clock clock) {
    this.rumors = rumors;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @GetMapping("/rumors")
  String list(@RequestParam(defaultValue = "") String after, Model model) {
    var slice = rumors.list(Cursor.parse(after).orElse(Cursor.NEWEST), PAGE);
    model.addAttribute("rows", slice.rows());
    model.addAttribute("older", slice.next());
    return "rumor/list";
  }

  @PostMapping("/rumors")
  @Allowed(Right.REPORT_WRITE)
  String open(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String claim,
      @RequestParam(defaultValue = "") String phrase,
      @RequestParam(defaultValue = "false") boolean major,
      HttpServletResponse response,
      Model model) {
    try {
      return "redirect:/rumors/" + rumors.open(claim, phrase, major, member.actor()).id();
    } catch (ActionRefusedException refused) {
      refused(refused, response, model);
      return list("", model);
    }
  }

  @GetMapping("/rumors/{id}")
  String show(@PathVariable String id, Model model) {
    Rumor rumor =
        rumors.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("it", rumor);
    model.addAttribute("affected", rumors.affected(id));
    model.addAttribute("told", rumors.told(id));
    model.addAttribute("now", clock.instant());
    model.addAttribute("deadline", deadlines.find(id, rumor.limit()).orElse(null));
    return "rumor/show";
  }

  @PostMapping("/rumors/{id}/verify")
  @Allowed(Right.REPORT_WRITE)
  String verify(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam boolean untrue,
      @RequestParam String source,
      @RequestParam(defaultValue = "") String url,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> rumors.verify(id, untrue, source, url, member.actor()), response, model);
  }

  @PostMapping("/rumors/{id}/look")
  @Allowed(Right.REPORT_WRITE)
  String look(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> rumors.look(id, member.actor()), response, model);
  }

  @PostMapping("/rumors/{id}/add")
  @Allowed(Right.REPORT_WRITE)
  String add(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam String exchange,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> rumors.add(id, exchange, member.actor()), response, model);
  }

  @PostMapping("/rumors/{id}/contain")
  @Allowed(Right.REPORT_WRITE)
  String contain(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> rumors.contain(id, member.actor()), response, model);
  }

  @PostMapping("/rumors/{id}/refute")
  @Allowed(Right.REPORT_APPROVE)
  String refute(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam String refutation,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> rumors.refute(id, refutation, member.actor()), response, model);
  }

  @PostMapping("/rumors/{id}/report")
  @Allowed(Right.REPORT_WRITE)
  String report(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam String receipt,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> rumors.report(id, receipt, member.actor()), response, model);
  }

  @PostMapping("/rumors/{id}/close")
  @Allowed(Right.REPORT_APPROVE)
  String close(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> rumors.close(id, member.actor()), response, model);
  }

  @PostMapping("/rumors/{id}/propose")
  @Allowed({Right.POOL_WRITE, Right.DECISION_WRITE})
  String propose(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return done(id, () -> rumors.propose(id, member), response, model);
  }

  private String done(String id, Runnable step, HttpServletResponse response, Model model) {
    try {
      step.run();
      return "redirect:/rumors/" + id;
    } catch (ActionRefusedException refused) {
      refused(refused, response, model);
      return show(id, model);
    }
  }

  private static void refused(
      ActionRefusedException refused, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", refused.code());
  }
}

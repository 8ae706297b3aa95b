package io.assay.office.tamper;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadlines;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.tamper.Signal.State;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Signals of tampering, and one of them with what may be decided. */
@Controller
@Allowed(Right.REPORT_READ)
class SignalPage {
  private static final int PAGE = 50;

  private final Signals signals;
  private final Deadlines deadlines;
  private final Clock clock;

  SignalPage(Signals signals, Deadlines deadlines, Clock clock) {
    this.signals = signals;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @GetMapping("/tampering")
  String list(
      @RequestParam Optional<State> state,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    Slice<Signal> slice = signals.list(state, Cursor.parse(after), PAGE);
    model.addAttribute("signals", slice.rows());
    model.addAttribute("older", slice.next());
    model.addAttribute("states", State.values());
    model.addAttribute("state", state.orElse(null));
    return "tamper/list";
  }

  @GetMapping("/tampering/{id}")
  String show(@PathVariable String id, Model model) {
    Signal it =
        signals.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("it", it);
    model.addAttribute("clocks", deadlines.about(id));
    model.addAttribute("severities", Severity.values());
    model.addAttribute("now", clock.instant());
    return "tamper/show";
  }

  @PostMapping("/tampering/{id}/case")
  @Allowed(Right.REPORT_WRITE)
  String open(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam Severity severity,
      @RequestParam String facts,
      HttpServletResponse response,
      Model model) {
    try {
      return "redirect:/disposals/" + signals.open(id, severity, facts, member.actor());
    } catch (ActionRefusedException refused) {
      return refused(id, refused, response, model);
    }
  }

  @PostMapping("/tampering/{id}/{step:refer|dismiss}")
  @Allowed(Right.REPORT_WRITE)
  String decide(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam String text,
      HttpServletResponse response,
      Model model) {
    try {
      if (step.equals("refer")) {
        signals.refer(id, text, member.actor());
      } else {
        signals.dismiss(id, text, member.actor());
      }
      return "redirect:/tampering/" + id;
    } catch (ActionRefusedException refused) {
      return refused(id, refused, response, model);
    }
  }

  private String refused(
      String id, ActionRefusedException refused, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", refused.code());
    return show(id, model);
  }
}

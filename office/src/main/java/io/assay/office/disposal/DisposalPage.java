package io.assay.office.disposal;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.authority.Reports;
import io.assay.office.deadline.Deadlines;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Disposal cases, and one of them with its next step. */
@Controller
@Allowed(Right.REPORT_READ)
class DisposalPage {
  private static final int PAGE = 50;

  private final Disposals disposals;
  private final Reports reports;
  private final Deadlines deadlines;
  private final Approvals approvals;
  private final Clock clock;

  DisposalPage(
      Disposals disposals, Reports reports, Deadlines deadlines, Approvals approvals, Clock clock) {
    this.disposals = disposals;
    this.reports = reports;
    this.deadlines = deadlines;
    this.approvals = approvals;
    this.clock = clock;
  }

  @GetMapping("/disposals")
  String list(
      @RequestParam(defaultValue = "") String exchange,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    Slice<DisposalCase> slice = disposals.list(Cursor.parse(after), PAGE);
    model.addAttribute("cases", slice.rows());
    model.addAttribute("older", slice.next());
    model.addAttribute("severities", Severity.values());
    model.addAttribute("exchange", exchange);
    return "disposal/list";
  }

  @PostMapping("/disposals")
  @Allowed(Right.REPORT_WRITE)
  String open(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam Severity severity,
      @RequestParam String facts,
      @RequestParam(defaultValue = "") String category,
      @RequestParam String exchanges,
      HttpServletResponse response,
      Model model) {
    List<String> of =
        Stream.of(exchanges.strip().split("[\\s,]+")).filter(it -> !it.isEmpty()).toList();
    try {
      return "redirect:" + disposals.open(severity, facts, category, of, member.actor()).path();
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return list(exchanges, "", model);
    }
  }

  @GetMapping("/disposals/{id}")
  String show(@PathVariable String id, Model model) {
    model.addAttribute("it", find(id));
    model.addAttribute("containments", disposals.containments(id));
    model.addAttribute("restorations", disposals.restorations(id));
    model.addAttribute("reports", reports.about(id));
    model.addAttribute("clocks", deadlines.about(id));
    model.addAttribute("now", clock.instant());
    return "disposal/show";
  }

  @PostMapping("/disposals/{id}/{step:contain|preserve|no-report|close|release}")
  @Allowed(Right.REPORT_WRITE)
  String step(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    find(id);
    try {
      switch (step) {
        case "contain" -> disposals.contain(id, member.actor());
        case "preserve" -> disposals.preserve(id, member.actor());
        case "no-report" -> disposals.noReport(id, reason, member.actor());
        case "close" -> disposals.close(id, member.actor());
        default -> approvals.propose(new Wanted(HoldRelease.KIND, id, Map.of(), reason), member);
      }
      return "redirect:/disposals/" + id;
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return show(id, model);
    }
  }

  private DisposalCase find(String id) {
    return disposals.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

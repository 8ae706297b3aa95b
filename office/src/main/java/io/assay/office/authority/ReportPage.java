package io.assay.office.authority;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Reports to authorities, and one of them with what can be done next. */
@Controller
@Allowed(Right.REPORT_READ)
class ReportPage {
  private static final int PAGE = 50;

  private final Reports reports;
  private final Authorities authorities;
  private final Papers papers;
  private final Approvals approvals;

  ReportPage(Reports reports, Authorities authorities, Papers papers, Approvals approvals) {
    this.reports = reports;
    this.authorities = authorities;
    this.papers = papers;
    this.approvals = approvals;
  }

  @GetMapping("/authority-reports")
  String list(@RequestParam(defaultValue = "") String after, Model model) {
    Slice<Report> slice = reports.list(Cursor.parse(after), PAGE);
    model.addAttribute("reports", slice.rows());
    model.addAttribute("older", slice.next());
    return "authority/list";
  }

  @GetMapping("/authority-reports/{id}")
  String show(@PathVariable String id, Model model) {
    Report it = find(id);
    model.addAttribute("it", it);
    model.addAttribute("matter", reports.matter(it.about()).orElse(null));
    model.addAttribute("authorities", authorities.inForce());
    model.addAttribute("to", authorities.find(it.authority()).orElseThrow());
    model.addAttribute("digests", papers.digests(it));
    return "authority/show";
  }

  @PostMapping("/authority-reports")
  @Allowed(Right.REPORT_WRITE)
  String draft(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String about,
      @RequestParam(defaultValue = "") String region) {
    return "redirect:" + reports.draft(about, region, member.actor()).path();
  }

  @PostMapping("/authority-reports/{id}/{step:write|propose|send|acknowledge|supplement}")
  @Allowed(Right.REPORT_WRITE)
  String step(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String authority,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String receipt,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    Report it = find(id);
    try {
      switch (step) {
        case "write" -> reports.write(id, authority, title, body, member.actor());
        case "propose" -> approvals.propose(reports.proposal(it, reason), member);
        case "send" -> reports.send(id, receipt, member.actor());
        case "acknowledge" -> reports.acknowledge(id, receipt, member.actor());
        default -> {
          return "redirect:" + reports.supplement(id, "", member.actor()).path();
        }
      }
      return "redirect:" + it.path();
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return show(id, model);
    }
  }

  @GetMapping("/authority-reports/{id}/{form:pdf|docx|json}")
  ResponseEntity<byte[]> export(@PathVariable String id, @PathVariable String form) {
    return papers.download(find(id), form);
  }

  private Report find(String id) {
    return reports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

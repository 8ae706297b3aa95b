package io.assay.office.authority;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
  private static final int LATEST = 100;

  private final Reports reports;
  private final Approvals approvals;

  ReportPage(Reports reports, Approvals approvals) {
    this.reports = reports;
    this.approvals = approvals;
  }

  @GetMapping("/authority-reports")
  String list(Model model) {
    model.addAttribute("reports", reports.latest(LATEST));
    model.addAttribute("authorities", reports.authorities());
    return "authority/list";
  }

  @GetMapping("/authority-reports/{id}")
  String show(@PathVariable String id, Model model) {
    Report it = find(id);
    model.addAttribute("it", it);
    model.addAttribute("matter", reports.matter(it.about()).orElse(null));
    model.addAttribute("authorities", reports.authorities());
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
        case "propose" ->
            approvals.propose(
                new Wanted(
                    ReportApproval.KIND,
                    id,
                    Map.of("title", it.title(), "digest", reports.digest(it)),
                    reason),
                member);
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
    Report it = find(id);
    byte[] bytes =
        switch (form) {
          case "pdf" -> reports.pdf(it);
          case "docx" -> reports.docx(it);
          default -> reports.json(it);
        };
    String name = ContentDisposition.attachment().filename(id + "." + form).build().toString();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, name)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }

  private Report find(String id) {
    return reports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

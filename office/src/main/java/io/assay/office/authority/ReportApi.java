package io.assay.office.authority;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Proposal;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/authority-reports")
@Allowed(Right.REPORT_READ)
class ReportApi {
  private static final int MOST = 200;

  private final Reports reports;
  private final Papers papers;
  private final Approvals approvals;

  ReportApi(Reports reports, Papers papers, Approvals approvals) {
    this.reports = reports;
    this.papers = papers;
    this.approvals = approvals;
  }

  record Wanted(String about, @Nullable String region) {}

  record Written(String authority, String title, String body) {}

  record Why(String reason) {}

  record Receipt(String receipt) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Report> reports, String next) {}

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    Slice<Report> slice = reports.list(Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @GetMapping("/{id}")
  Report show(@PathVariable String id) {
    return reports.find(id).orElseThrow(() -> new ActionRefusedException("authority.unknown"));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.REPORT_WRITE)
  Report draft(@AuthenticationPrincipal SignedIn member, @RequestBody Wanted wanted) {
    String region = wanted.region() == null ? "" : wanted.region();
    return reports.draft(wanted.about(), region, member.actor());
  }

  @GetMapping("/{id}/{form:pdf|docx|json}")
  ResponseEntity<byte[]> export(@PathVariable String id, @PathVariable String form) {
    return papers.download(show(id), form);
  }

  /** Changes a draft. */
  @PutMapping("/{id}")
  @Allowed(Right.REPORT_WRITE)
  Report write(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Written written) {
    reports.write(id, written.authority(), written.title(), written.body(), member.actor());
    return show(id);
  }

  /** Asks a second person to approve exactly this text. */
  @PostMapping("/{id}/propose")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Allowed(Right.REPORT_WRITE)
  Proposal propose(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Why why) {
    return approvals.propose(reports.proposal(show(id), why.reason()), member);
  }

  /** Drafts what adds to a report that was sent. */
  @PostMapping("/{id}/supplement")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.REPORT_WRITE)
  Report supplement(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    return reports.supplement(id, "", member.actor());
  }

  @PostMapping("/{id}/send")
  @Allowed(Right.REPORT_WRITE)
  Report send(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Receipt receipt) {
    reports.send(id, receipt.receipt(), member.actor());
    return show(id);
  }

  @PostMapping("/{id}/acknowledge")
  @Allowed(Right.REPORT_WRITE)
  Report acknowledge(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Receipt receipt) {
    reports.acknowledge(id, receipt.receipt(), member.actor());
    return show(id);
  }
}

package io.assay.office.authority;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/authority-reports")
@Allowed(Right.REPORT_READ)
class ReportApi {
  private static final int LATEST = 200;

  private final Reports reports;

  ReportApi(Reports reports) {
    this.reports = reports;
  }

  record Wanted(String about, @Nullable String region) {}

  record Receipt(String receipt) {}

  @GetMapping
  List<Report> latest() {
    return reports.latest(LATEST);
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

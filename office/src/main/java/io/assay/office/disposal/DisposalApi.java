package io.assay.office.disposal;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Proposal;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/disposals")
@Allowed(Right.REPORT_READ)
class DisposalApi {
  private static final int MOST = 200;

  private final Disposals disposals;
  private final Approvals approvals;

  DisposalApi(Disposals disposals, Approvals approvals) {
    this.disposals = disposals;
    this.approvals = approvals;
  }

  record Wanted(Severity severity, String facts, String category, List<String> exchanges) {}

  record Reason(String reason) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<DisposalCase> disposals, String next) {}

  /** A case with what was stopped and what was let out again. */
  record Detail(
      DisposalCase disposal, List<Containment> containments, List<Restoration> restorations) {}

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    Slice<DisposalCase> slice = disposals.list(Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @GetMapping("/{id}")
  Detail show(@PathVariable String id) {
    return new Detail(find(id), disposals.containments(id), disposals.restorations(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.REPORT_WRITE)
  DisposalCase open(@AuthenticationPrincipal SignedIn member, @RequestBody Wanted wanted) {
    return disposals.open(
        wanted.severity(), wanted.facts(), wanted.category(), wanted.exchanges(), member.actor());
  }

  @PostMapping("/{id}/contain")
  @Allowed(Right.REPORT_WRITE)
  DisposalCase contain(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    disposals.contain(id, member.actor());
    return find(id);
  }

  @PostMapping("/{id}/preserve")
  @Allowed(Right.REPORT_WRITE)
  DisposalCase preserve(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    disposals.preserve(id, member.actor());
    return find(id);
  }

  /** Decides with a reason that no authority has to be told. */
  @PostMapping("/{id}/no-report")
  @Allowed(Right.REPORT_WRITE)
  DisposalCase noReport(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Reason reason) {
    disposals.noReport(id, reason.reason(), member.actor());
    return find(id);
  }

  /** Proposes to lift the legal hold. */
  @PostMapping("/{id}/release")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Allowed(Right.REPORT_WRITE)
  Proposal release(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Reason reason) {
    return approvals.propose(
        new Approvals.Wanted(HoldRelease.KIND, find(id).id(), Map.of(), reason.reason()), member);
  }

  @PostMapping("/{id}/close")
  @Allowed(Right.REPORT_WRITE)
  DisposalCase close(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    disposals.close(id, member.actor());
    return find(id);
  }

  private DisposalCase find(String id) {
    return disposals.byId(id).orElseThrow(() -> new ActionRefusedException("disposal.unknown"));
  }
}

package io.assay.office.disposal;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
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
@RequestMapping("/api/v1/disposals")
@Allowed(Right.REPORT_READ)
class DisposalApi {
  private static final int LATEST = 200;

  private final Disposals disposals;

  DisposalApi(Disposals disposals) {
    this.disposals = disposals;
  }

  record Wanted(Severity severity, String facts, String category, List<String> exchanges) {}

  @GetMapping
  List<DisposalCase> latest() {
    return disposals.latest(LATEST);
  }

  @GetMapping("/{id}")
  DisposalCase show(@PathVariable String id) {
    return disposals.byId(id).orElseThrow(() -> new ActionRefusedException("disposal.unknown"));
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
    return show(id);
  }

  @PostMapping("/{id}/preserve")
  @Allowed(Right.REPORT_WRITE)
  DisposalCase preserve(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    disposals.preserve(id, member.actor());
    return show(id);
  }

  @PostMapping("/{id}/close")
  @Allowed(Right.REPORT_WRITE)
  DisposalCase close(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    disposals.close(id, member.actor());
    return show(id);
  }
}

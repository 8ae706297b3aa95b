package io.assay.office.rumor;

import io.assay.office.Cursor;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1/rumors")
@Allowed({Right.REPORT_READ, Right.DECISION_READ})
class RumorApi {
  private static final int MOST = 200;

  private final Rumors rumors;

  RumorApi(Rumors rumors) {
    this.rumors = rumors;
  }

  record Suspicion(String claim, String phrase, boolean major) {}

  record Finding(boolean untrue, String source, String url) {}

  record Refutation(String refutation) {}

  record Receipt(String receipt) {}

  /** A rumor with what says it and who was told. */
  record Detail(Rumor rumor, List<Affected> affected, List<Told> told) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Rumor> rumors, String next) {}

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    var slice = rumors.list(Cursor.parse(after).orElse(Cursor.NEWEST), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @GetMapping("/{id}")
  Detail show(@PathVariable String id) {
    return rumors
        .find(id)
        .map(it -> new Detail(it, rumors.affected(id), rumors.told(id)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.REPORT_WRITE)
  Rumor open(@AuthenticationPrincipal SignedIn member, @RequestBody Suspicion wanted) {
    return rumors.open(wanted.claim(), wanted.phrase(), wanted.major(), member.actor());
  }

  @PostMapping("/{id}/verification")
  @Allowed(Right.REPORT_WRITE)
  Rumor verify(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Finding finding) {
    return rumors.verify(id, finding.untrue(), finding.source(), finding.url(), member.actor());
  }

  @PostMapping("/{id}/containment")
  @Allowed(Right.REPORT_WRITE)
  Rumor contain(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    return rumors.contain(id, member.actor());
  }

  @PostMapping("/{id}/refutation")
  @Allowed(Right.REPORT_APPROVE)
  Rumor refute(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Refutation refutation) {
    return rumors.refute(id, refutation.refutation(), member.actor());
  }

  @PostMapping("/{id}/report")
  @Allowed(Right.REPORT_WRITE)
  Rumor report(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Receipt receipt) {
    return rumors.report(id, receipt.receipt(), member.actor());
  }

  @PostMapping("/{id}/closure")
  @Allowed(Right.REPORT_APPROVE)
  Rumor close(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    return rumors.close(id, member.actor());
  }
}

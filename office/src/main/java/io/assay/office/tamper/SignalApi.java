package io.assay.office.tamper;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.tamper.Signal.State;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tampering")
@Allowed(Right.REPORT_READ)
class SignalApi {
  private static final int MOST = 200;

  private final Signals signals;

  SignalApi(Signals signals) {
    this.signals = signals;
  }

  record Opening(Severity severity, String facts) {}

  record Referral(String matter) {}

  record Dismissal(String reason) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Signal> signals, String next) {}

  @GetMapping
  Page list(
      @RequestParam Optional<State> state,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    Slice<Signal> slice = signals.list(state, Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @GetMapping("/{id}")
  Signal show(@PathVariable String id) {
    return signals.byId(id).orElseThrow(() -> new ActionRefusedException("tamper.unknown"));
  }

  /** Opens a disposal of the content concerned. */
  @PostMapping("/{id}/case")
  @Allowed(Right.REPORT_WRITE)
  Signal open(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Opening wanted) {
    signals.open(id, wanted.severity(), wanted.facts(), member.actor());
    return show(id);
  }

  /** Says under which number it is handled elsewhere. */
  @PostMapping("/{id}/refer")
  @Allowed(Right.REPORT_WRITE)
  Signal refer(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Referral wanted) {
    signals.refer(id, wanted.matter(), member.actor());
    return show(id);
  }

  @PostMapping("/{id}/dismiss")
  @Allowed(Right.REPORT_WRITE)
  Signal dismiss(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Dismissal wanted) {
    signals.dismiss(id, wanted.reason(), member.actor());
    return show(id);
  }
}

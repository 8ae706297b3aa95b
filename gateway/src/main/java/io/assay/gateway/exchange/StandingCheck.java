package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.access.Standing;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import java.util.Optional;

/**
 * Lets through only subjects whose real identity is verified (Art. 9), who have accepted the rules
 * in force (Art. 8) and who are not suspended (Art. 10).
 */
@Duty({"DS-8", "DS-9"})
final class StandingCheck {
  private final Snapshots snapshots;

  StandingCheck(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Lets the subject go on, by whether what it asks for will be published. */
  Optional<Refusal> take(Exchange exchange, boolean publishes) {
    var step = exchange.trail().begin(Name.STANDING);
    var subject = exchange.caller().subject();
    var standing = snapshots.current().flatMap(snapshot -> snapshot.standing(subject));
    if (standing.isEmpty()) {
      step.end(Decision.FAIL, "the subject's standing is not known");
      return Optional.of(Refusal.closed());
    }
    return switch (standing.get()) {
      case Standing.Good() -> {
        step.end(Decision.PASS, "real identity verified");
        yield Optional.empty();
      }
      case Standing.Limited limited -> {
        step.end(Decision.PASS, "real identity verified, some capabilities closed");
        yield Optional.empty();
      }
      case Standing.Unverified(var verifyUrl) -> {
        step.end(Decision.REFUSE, "real identity not verified");
        yield Optional.of(Refusal.unverified(verifyUrl));
      }
      case Standing.AcceptanceDue due -> {
        step.end(Decision.REFUSE, "not accepted: " + String.join(" ", due.documents()));
        yield Optional.of(Refusal.acceptanceDue(due.documents(), due.acceptUrl()));
      }
      case Standing.Trial(var verifyUrl) -> {
        step.end(publishes ? Decision.REFUSE : Decision.PASS, "real identity not verified");
        yield publishes ? Optional.of(Refusal.unverified(verifyUrl)) : Optional.empty();
      }
      case Standing.Suspended suspended -> {
        step.end(Decision.REFUSE, "suspended: " + suspended.reason());
        yield Optional.of(
            Refusal.suspended(suspended.reason(), suspended.until(), suspended.appealUrl()));
      }
    };
  }
}

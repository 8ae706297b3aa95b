package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.access.Standing;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import java.util.Optional;

/** Stops what a sanction closes to this subject (Art. 10), once it is known what is asked for. */
@Duty("DS-10")
final class LimitCheck implements Step {
  private final Snapshots snapshots;

  LimitCheck(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public Optional<Refusal> take(Exchange exchange) {
    var capability = exchange.ask().capability();
    var standing = snapshots.current().flatMap(now -> now.standing(exchange.caller().subject()));
    if (standing.isEmpty()) {
      exchange.trail().begin(Name.STANDING).end(Decision.FAIL, "the standing is not known");
      return Optional.of(Refusal.closed());
    }
    return standing.get() instanceof Standing.Limited limited
            && limited.capabilities().contains(capability)
        ? Optional.of(refuse(exchange, limited, capability))
        : Optional.empty();
  }

  private static Refusal refuse(Exchange exchange, Standing.Limited limited, String capability) {
    exchange
        .trail()
        .begin(Name.STANDING)
        .end(Decision.REFUSE, "limited: " + capability + ": " + limited.reason());
    return Refusal.limited(capability, limited.reason(), limited.until(), limited.appealUrl());
  }
}

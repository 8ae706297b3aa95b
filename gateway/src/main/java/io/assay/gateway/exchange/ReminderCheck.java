package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Reminding;
import io.assay.gateway.access.Reminding.Due;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import java.util.Optional;

/**
 * Reminds subjects of their duties at first use, before tools that edit faces or voices, and where
 * files leave (Art. 8, 14): the reply names what is not acknowledged, and what is required stops
 * the exchange.
 */
@Duty({"DS-8", "DS-14"})
final class ReminderCheck implements Step {
  private final Snapshots snapshots;

  ReminderCheck(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public Optional<Refusal> take(Exchange exchange) {
    var ask = exchange.ask();
    var due =
        snapshots
            .current()
            .map(now -> now.reminding())
            .orElse(Reminding.NONE)
            .due(exchange.caller().subject(), ask.capability(), ask.model());
    due.ifPresent(exchange::reminds);
    return due.filter(it -> !it.required().isEmpty()).map(it -> refuse(exchange, it));
  }

  private static Refusal refuse(Exchange exchange, Due due) {
    var words = due.required().stream().map(Reminding.Moment::word).toList();
    exchange
        .trail()
        .begin(Name.STANDING)
        .end(Decision.REFUSE, "not acknowledged: " + String.join(" ", words));
    return Refusal.reminderDue(words, due.url());
  }
}

package io.assay.office.sanction;

import io.assay.gateway.Duty;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.subject.SubjectService;
import io.assay.office.task.HeldInputs;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Counts an input that a person blocks like one that the pool blocked (TC260-003, 7): in its place
 * among the others and on its day, from when the decision takes effect. Taken back, it counts no
 * more, and neither does a stop that rests on it.
 */
@Duty({"DS-10", "DS-12"})
@Component
class HeldBlocks implements HeldInputs {
  private final ActStore inputs;
  private final Repetition repetition;
  private final SanctionStore store;
  private final Sanctions sanctions;
  private final SubjectService subjects;
  private final ExchangeIndex exchanges;
  private final Clock clock;

  HeldBlocks(
      ActStore inputs,
      Repetition repetition,
      SanctionStore store,
      Sanctions sanctions,
      SubjectService subjects,
      ExchangeIndex exchanges,
      Clock clock) {
    this.inputs = inputs;
    this.repetition = repetition;
    this.store = store;
    this.sanctions = sanctions;
    this.subjects = subjects;
    this.exchanges = exchanges;
    this.clock = clock;
  }

  @Override
  public void blocked(String exchange, String subject) {
    if (subject.isEmpty() || subjects.find(subject).isEmpty()) {
      return;
    }
    exchanges
        .find(exchange)
        .map(it -> it.summary().receivedAt())
        .filter(repetition::fresh)
        .ifPresent(at -> count(exchange, subject, at));
  }

  private void count(String exchange, String subject, Instant at) {
    inputs.lock(subject);
    if (inputs.addHeld(exchange, subject, at, clock.instant())) {
      repetition.judge(exchange, subject, at);
    }
  }

  @Override
  public void restored(String exchange, String task, String by) {
    if (inputs.takeBack(exchange, clock.instant())) {
      store.automatic(exchange).forEach(id -> sanctions.overturn(id, "review " + task, by));
    }
  }
}

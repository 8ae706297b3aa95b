package io.assay.office.pool;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeFollower;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts in which exchanges each feature hit, from what the ledger says of them. */
@Component
class HitCounter implements ExchangeFollower {
  private final HitStore store;

  HitCounter(HitStore store) {
    this.store = store;
  }

  @Override
  public boolean follows(Outcome outcome) {
    return outcome != Outcome.REFUSED;
  }

  @Override
  public boolean followsCanaries() {
    return false;
  }

  @Override
  public void closed(ExchangeDetail exchange) {
    for (StepRecord step : exchange.steps()) {
      step.findings().stream()
          .collect(Collectors.groupingBy(FindingRecord::feature, Collectors.counting()))
          .forEach((feature, places) -> store.add(hit(exchange, step, feature, places.intValue())));
    }
  }

  private static HitStore.Hit hit(
      ExchangeDetail exchange, StepRecord step, String feature, int places) {
    return new HitStore.Hit(
        feature,
        exchange.summary().id(),
        exchange.summary().receivedAt(),
        step.name() == Name.INPUT_REVIEW ? "INPUT" : "OUTPUT",
        step.decision().name(),
        exchange.pool(),
        places);
  }
}

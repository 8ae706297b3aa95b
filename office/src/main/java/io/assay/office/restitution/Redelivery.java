package io.assay.office.restitution;

import io.assay.gateway.journal.Outcome;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeFollower;
import org.springframework.stereotype.Component;

/** Notes which answers were given back, so that they are not given out for ever. */
@Component
class Redelivery implements ExchangeFollower {
  private final RestitutionStore store;

  Redelivery(RestitutionStore store) {
    this.store = store;
  }

  @Override
  public boolean follows(Outcome outcome) {
    return outcome == Outcome.DELIVERED;
  }

  @Override
  public void closed(ExchangeDetail exchange) {
    if (!exchange.released().isEmpty()) {
      store.delivered(
          exchange.released(), exchange.summary().id(), exchange.summary().receivedAt());
    }
  }
}

package io.assay.office.publication;

import io.assay.gateway.exchange.Exit;
import io.assay.gateway.journal.Outcome;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeFollower;
import org.springframework.stereotype.Component;

/** Opens what was recorded as published and a crash kept from opening. */
@Component
class RecordedOpening implements ExchangeFollower {
  private final PublicationStore store;
  private final RegisterDesk desk;

  RecordedOpening(PublicationStore store, RegisterDesk desk) {
    this.store = store;
    this.desk = desk;
  }

  @Override
  public boolean follows(Outcome outcome) {
    return outcome == Outcome.DELIVERED;
  }

  @Override
  public void closed(ExchangeDetail exchange) {
    String id = exchange.summary().id();
    if (exchange.exit().equals(Exit.PUBLICATION.text()) && store.ofExchange(id).isPresent()) {
      desk.open(id);
    }
  }
}

package io.assay.office.intake;

import io.assay.gateway.journal.Outcome;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.journal.Act;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets people appeal against a blocked exchange. What was not delivered cannot be given back; the
 * mark for the pool is what an overturn changes.
 */
@Component
class BlockedExchanges implements Appealable {
  private final ExchangeIndex exchanges;

  BlockedExchanges(ExchangeIndex exchanges) {
    this.exchanges = exchanges;
  }

  @Override
  public Optional<Contested> find(String reference) {
    return exchanges
        .find(reference)
        .filter(it -> it.summary().outcome().filter(BlockedExchanges::blocked).isPresent())
        .map(
            it ->
                new Contested(
                    reference,
                    "exchange",
                    Set.of(Act.SYSTEM),
                    "/exchanges/" + reference,
                    List.of(reference),
                    null));
  }

  @Override
  public void overturn(String reference, String reason, String actor) {}

  private static boolean blocked(Outcome outcome) {
    return outcome == Outcome.BLOCKED_INPUT || outcome == Outcome.BLOCKED_OUTPUT;
  }
}

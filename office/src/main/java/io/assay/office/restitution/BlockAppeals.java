package io.assay.office.restitution;

import io.assay.gateway.Duty;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.intake.Appealable;
import io.assay.office.journal.Act;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets people appeal against a block by the pool (Art. 12). An overturn lets the same request of
 * the same subject pass, and gives a blocked answer back to it.
 */
@Duty("DS-12")
@Component
class BlockAppeals implements Appealable {
  private final ExchangeIndex exchanges;
  private final Restitutions restitutions;

  BlockAppeals(ExchangeIndex exchanges, Restitutions restitutions) {
    this.exchanges = exchanges;
    this.restitutions = restitutions;
  }

  @Override
  public Optional<Contested> find(String reference) {
    return exchanges
        .find(reference)
        .filter(Restitutions::blocked)
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
  public void overturn(String reference, String reason, String actor) {
    restitutions.give(reference, actor);
  }
}

package io.assay.office.sanction;

import io.assay.gateway.Duty;
import io.assay.office.intake.FalsePositives;
import org.springframework.stereotype.Component;

/**
 * Takes an automatic sanction back when an input that it rests on turns out to be harmless (Art.
 * 12): without that input the rule would not have applied.
 */
@Duty("DS-12")
@Component
class WrongInputs implements FalsePositives {
  private final SanctionStore store;
  private final Sanctions sanctions;

  WrongInputs(SanctionStore store, Sanctions sanctions) {
    this.store = store;
    this.sanctions = sanctions;
  }

  @Override
  public void marked(FalsePositive mark) {
    store
        .automatic(mark.exchange())
        .forEach(id -> sanctions.overturn(id, "appeal " + mark.source(), mark.by()));
  }
}

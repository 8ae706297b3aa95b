package io.assay.office.disposal;

import io.assay.gateway.Duty;
import io.assay.office.intake.FalsePositives;
import org.springframework.stereotype.Component;

/** Restores what was contained because of an exchange that turns out to be harmless (Art. 12). */
@Duty("DS-12")
@Component
class WrongContainment implements FalsePositives {
  private final Disposals disposals;

  WrongContainment(Disposals disposals) {
    this.disposals = disposals;
  }

  @Override
  public void marked(FalsePositive mark) {
    disposals.restore(mark.exchange(), mark.source(), mark.by());
  }
}

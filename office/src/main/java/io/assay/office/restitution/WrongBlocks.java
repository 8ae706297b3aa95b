package io.assay.office.restitution;

import io.assay.gateway.Duty;
import io.assay.office.intake.FalsePositives;
import org.springframework.stereotype.Component;

/** Lets pass what was blocked wrongly, when that is found in an appeal against a sanction. */
@Duty("DS-12")
@Component
class WrongBlocks implements FalsePositives {
  private final Restitutions restitutions;

  WrongBlocks(Restitutions restitutions) {
    this.restitutions = restitutions;
  }

  @Override
  public void marked(FalsePositive mark) {
    restitutions.give(mark.exchange(), mark.by());
  }
}

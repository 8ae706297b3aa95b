package io.assay.office.sanction;

import io.assay.gateway.Duty;
import io.assay.office.intake.Appealable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets people appeal against a sanction (Art. 12). */
@Duty("DS-12")
@Component
class SanctionAppeals implements Appealable {
  private final Sanctions sanctions;

  SanctionAppeals(Sanctions sanctions) {
    this.sanctions = sanctions;
  }

  @Override
  public Optional<Contested> find(String reference) {
    return sanctions
        .find(reference)
        .map(
            it ->
                new Contested(
                    it.id(),
                    "sanction",
                    deciders(it),
                    "/sanctions/" + it.id(),
                    it.exchanges(),
                    it.appealUntil()));
  }

  @Override
  public void overturn(String reference, String reason, String actor) {
    sanctions.overturn(reference, reason, actor);
  }

  private static Set<String> deciders(Sanction it) {
    Set<String> deciders = new HashSet<>();
    deciders.add(it.proposedBy());
    if (it.approvedBy() != null) {
      deciders.add(it.approvedBy());
    }
    return deciders;
  }
}

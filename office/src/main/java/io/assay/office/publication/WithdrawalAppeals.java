package io.assay.office.publication;

import io.assay.gateway.Duty;
import io.assay.office.disposal.DisposalCase;
import io.assay.office.disposal.Disposals;
import io.assay.office.intake.Appealable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lets people appeal against the containment, recall or refusal of a publication (Art. 12); what
 * its author withdrew is no decision to appeal against.
 */
@Duty("DS-12")
@Component
class WithdrawalAppeals implements Appealable {
  private final Publications publications;
  private final Disposals disposals;

  WithdrawalAppeals(Publications publications, Disposals disposals) {
    this.publications = publications;
    this.disposals = disposals;
  }

  @Override
  public Optional<Contested> find(String reference) {
    return publications
        .contestable(reference)
        .map(
            it ->
                new Contested(
                    reference,
                    "publication",
                    deciders(it),
                    "/publications/" + it.id(),
                    exchanges(it),
                    null));
  }

  @Override
  public void overturn(String reference, String reason, String actor) {
    publications
        .contestable(reference)
        .ifPresent(it -> publications.restore(it.id(), reason, actor));
  }

  /** Who withdrew it, and who opened the disposal case for which it was contained. */
  private Set<String> deciders(Publication it) {
    Set<String> deciders = new HashSet<>(publications.withdrawers(it.id()));
    disposals.byId(it.why()).map(DisposalCase::openedBy).ifPresent(deciders::add);
    return deciders;
  }

  private static List<String> exchanges(Publication it) {
    return Stream.of(Optional.of(it.exchange()), Optional.ofNullable(it.origin()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}

package io.assay.office.rumor;

import io.assay.office.authority.Reportable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Refuted rumors are reported to the authority (Art. 11). */
@Component
class ReportedRumor implements Reportable {
  private static final String TYPE = "I.8";

  private final RumorStore store;
  private final Telling telling;
  private final ObjectProvider<Rumors> rumors;

  ReportedRumor(RumorStore store, Telling telling, ObjectProvider<Rumors> rumors) {
    this.store = store;
    this.telling = telling;
    this.rumors = rumors;
  }

  @Override
  public Optional<Matter> find(String about) {
    return store.find(about).filter(it -> it.state().refuted()).map(this::matter);
  }

  @Override
  public void reported(String about, String report, String actor) {
    store
        .find(about)
        .filter(it -> it.state() == RumorState.REFUTED)
        .ifPresent(it -> rumors.getObject().report(about, report, actor));
  }

  private Matter matter(Rumor it) {
    List<Affected> affected = store.affected(it.id());
    return new Matter(
        it.id(),
        TYPE,
        it.path(),
        List.of(
            Fact.at("discovered", it.openedAt()),
            new Fact("category", TYPE),
            new Fact(
                "exchanges",
                affected.stream().map(Affected::exchange).collect(Collectors.joining(" "))),
            Fact.at("contained", it.containedAt()),
            Fact.at("refuted", it.refutedAt()),
            new Fact("refutation", it.refutation()),
            new Fact("told", String.valueOf(telling.of(it.id()).size()))));
  }
}

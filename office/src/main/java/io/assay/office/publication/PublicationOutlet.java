package io.assay.office.publication;

import io.assay.gateway.Duty;
import io.assay.office.disposal.Outlet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Contains what a disposal case names wherever it was published (Art. 10). */
@Duty("DS-10")
@Component
class PublicationOutlet implements Outlet {
  private final PublicationStore store;
  private final Publications publications;

  PublicationOutlet(PublicationStore store, Publications publications) {
    this.store = store;
    this.publications = publications;
  }

  @Override
  public String name() {
    return "publications";
  }

  @Override
  public int contain(List<String> exchanges, List<String> produceIds, String reason, String actor) {
    List<String> found = store.open(exchanges, produceIds);
    found.forEach(id -> publications.contain(id, reason, actor));
    return found.size();
  }

  @Override
  public int restore(List<String> exchanges, List<String> produceIds, String disposal, Reason why) {
    List<String> found = store.contained(exchanges, produceIds, disposal);
    found.forEach(id -> publications.restore(id, why.text(), why.actor()));
    return found.size();
  }
}

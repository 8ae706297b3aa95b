package io.assay.office.authority;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.Cursor;
import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of authorities (Art. 10, 11). It always holds a cyberspace administration for the
 * whole country that takes everything, so that every report has a recipient.
 */
@Duty({"DS-10", "DS-11"})
@Component
class Authorities {
  private final AuthorityStore store;
  private final String ownRegion;
  private final Journal journal;
  private final Clock clock;

  Authorities(AuthorityStore store, OfficeConfig config, Journal journal, Clock clock) {
    this.store = store;
    this.ownRegion = config.cases().reporting().region();
    this.journal = journal;
    this.clock = clock;
  }

  List<Authority> inForce() {
    return store.inForce();
  }

  Slice<Authority> list(Optional<Cursor> after, int size) {
    return Slice.of(store.list(after, size + 1), size, it -> new Cursor(it.addedAt(), it.id()));
  }

  Optional<Authority> find(String id) {
    return store.find(id);
  }

  /** Whom a matter of that type goes to; without a region, that of the operator counts. */
  Authority recipient(String region, String type) {
    String asked = region.strip();
    refuseUnless(asked.matches("(\\d{6})?"), "authority.entry.region");
    return Routing.recipient(store.inForce(), asked.isEmpty() ? ownRegion : asked, type.strip());
  }

  @Transactional
  public Authority add(AuthorityEntry entry, String actor) {
    entry.check();
    String id = RandomText.identifier("aut_");
    store.add(id, entry, clock.instant());
    return recorded("authority.added", id, actor);
  }

  /**
   * Changes what is kept of it; reports that were sent keep what was sent.
   *
   * @throws ActionRefusedException when it is retired, or is the one that takes everything and
   *     would no longer
   */
  @Transactional
  public Authority change(String id, AuthorityEntry entry, String actor) {
    entry.check();
    known(id);
    store.change(id, entry);
    refuseUnlessSomebodyTakesEverything();
    return recorded("authority.changed", id, actor);
  }

  /** Takes it out of use. */
  @Transactional
  public Authority retire(String id, String actor) {
    known(id);
    store.retire(id, clock.instant());
    refuseUnlessSomebodyTakesEverything();
    return recorded("authority.retired", id, actor);
  }

  private void known(String id) {
    refuseUnless(store.find(id).filter(Authority::inForce).isPresent(), "authority.entry.unknown");
  }

  private void refuseUnlessSomebodyTakesEverything() {
    refuseUnless(
        store.inForce().stream().anyMatch(it -> it.general() && it.region().isEmpty()),
        "authority.entry.last");
  }

  private Authority recorded(String type, String id, String actor) {
    Authority it = store.find(id).orElseThrow();
    journal.write(
        Act.of(
            type,
            actor,
            Map.of(
                "authority", id,
                "name", it.nameZh(),
                "kind", it.kind().name(),
                "region", it.region(),
                "types", it.types(),
                "channel", it.channel().name(),
                "address", it.address(),
                "host_key", it.hostKey())));
    return it;
  }
}

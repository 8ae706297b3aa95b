package io.assay.office.news;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.office.Cursor;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.publication.Publications;
import io.assay.office.web.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The permit, the list of source units, and what waits for a person. */
@Component
public class NewsDesk {
  private static final int LISTED = 100;
  private static final int LONGEST_NAME = 200;

  private final NewsStore store;
  private final Publications publications;
  private final Journal journal;
  private final Clock clock;

  NewsDesk(NewsStore store, Publications publications, Journal journal, Clock clock) {
    this.store = store;
    this.publications = publications;
    this.journal = journal;
    this.clock = clock;
  }

  public Optional<Permit> permit() {
    return store.permit();
  }

  /** Whether the permit is in force today. */
  public boolean permitted() {
    return store.permit().filter(it -> it.inForce(today())).isPresent();
  }

  @Transactional
  public void enter(Permit permit, String actor) {
    boolean sound =
        !permit.number().isBlank()
            && permit.number().length() <= LONGEST_NAME
            && !permit.validUntil().isBefore(permit.validFrom());
    refuseUnless(sound, "news.permit.refused");
    store.enter(permit, actor, clock.instant());
    journal.write(
        Act.of(
            "news.permit_entered",
            actor,
            Map.of(
                "number", permit.number(),
                "from", permit.validFrom().toString(),
                "until", permit.validUntil().toString())));
  }

  /** Imports an edition, which is in force from its day on until the next one is. */
  @Transactional
  public ListEdition importEdition(String name, LocalDate from, List<Unit> units, String actor) {
    boolean sound = !name.isBlank() && name.length() <= LONGEST_NAME && !units.isEmpty();
    refuseUnless(sound, "news.edition.refused");
    ListEdition edition =
        new ListEdition(
            RandomText.identifier("ned_"),
            name.strip(),
            from,
            units.size(),
            actor,
            clock.instant());
    refuseUnless(store.add(edition, units), "news.edition.taken");
    journal.write(
        Act.of(
            "news.edition_imported",
            actor,
            Map.of("edition", edition.id(), "from", from.toString(), "units", units.size())));
    return edition;
  }

  public List<ListEdition> editions() {
    return store.editions();
  }

  public Optional<ListEdition> inForce() {
    return store.inForce(today());
  }

  public List<Unit> units(String edition, String part) {
    return store.units(edition, part, LISTED);
  }

  public List<Examination> waiting() {
    return store.waiting(LISTED);
  }

  public List<Examination> latest() {
    return latest(Cursor.NEWEST, LISTED).rows();
  }

  /** The newest, after a cursor. */
  Slice<Examination> latest(Cursor after, int size) {
    return Slice.of(store.latest(after, size + 1), size, it -> new Cursor(it.at(), it.id()));
  }

  public Optional<Examination> find(String id) {
    return store.find(id);
  }

  /** Decides what waited: it is no news and becomes public, or it is refused. */
  @Transactional
  public void decide(String id, boolean news, String note, String actor) {
    Examination found =
        store.lock(id).orElseThrow(() -> new ActionRefusedException("news.unknown"));
    refuseUnless(found.waits() && found.publication() != null, "news.decided");
    String publication = String.valueOf(found.publication());
    store.decide(id, news ? "REFUSED" : "NO_NEWS", actor, clock.instant(), note.strip());
    journal.write(
        Act.of(
            "news.decided",
            actor,
            Map.of(
                "examination",
                id,
                "publication",
                publication,
                "decision",
                news ? "REFUSED" : "NO_NEWS",
                "reason",
                note.strip())));
    if (news) {
      publications.refuse(publication, note, actor);
    } else {
      publications.admit(publication, note, actor);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Site.ZONE);
  }
}

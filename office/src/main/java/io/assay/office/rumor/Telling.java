package io.assay.office.rumor;

import io.assay.gateway.Duty;
import io.assay.office.intake.Reception;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.notice.Kind;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
import io.assay.office.notice.Recipient;
import io.assay.office.subject.SubjectService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what is right to everyone on record who made or received a rumor (Art. 11): to those for
 * whom it was made through the programs of their tenant and on their own page, to those who pointed
 * it out in their case. Each is told once, and the receipts are kept.
 */
@Duty("DS-11")
@Component
public class Telling {
  private final ToldStore store;
  private final Reception reception;
  private final SubjectService subjects;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Telling(
      ToldStore store,
      Reception reception,
      SubjectService subjects,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.reception = reception;
    this.subjects = subjects;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /** Everybody on record, with the receipts. */
  public List<Told> of(String rumor) {
    return store.of(rumor);
  }

  /** Puts everybody on record, and tells whoever was not told yet. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(Rumor rumor, List<Affected> affected, String actor) {
    affected.forEach(it -> store.onRecord(rumor.id(), it.subject(), true));
    reception
        .about(references(affected))
        .forEach(receiver -> store.onRecord(rumor.id(), receiver, false));
    Instant now = clock.instant();
    for (Told it : store.of(rumor.id())) {
      if (it.toldAt() == null) {
        if (it.made()) {
          notices.send(notice(rumor, it.subject()));
        } else {
          reception.inform(it.subject(), rumor.refutation(), key(rumor, it.subject()), actor);
        }
        store.told(rumor.id(), it.subject(), now);
      }
    }
  }

  /** The refuted rumors of a subject, who has them before its eyes now. */
  @Transactional
  public List<Rumor> seenBy(String subject) {
    List<Rumor> found = store.concerning(subject);
    for (Rumor it : found) {
      if (store.seen(it.id(), subject, clock.instant())) {
        journal.write(
            Act.of(
                "rumor.seen", "subject:" + subject, Map.of("rumor", it.id(), "subject", subject)));
      }
    }
    return found;
  }

  private Notice notice(Rumor rumor, String subject) {
    return new Notice(
        key(rumor, subject),
        Kind.RUMOR_REFUTED,
        rumor.id(),
        subjects.tenant(subject),
        "/refutations",
        new Recipient.Programs(),
        List.of(new Fact("rumor", rumor.id()), new Fact("subject", subject)),
        true);
  }

  private static String key(Rumor rumor, String subject) {
    return "rumor/" + rumor.id() + "/" + subject;
  }

  private static TreeSet<String> references(List<Affected> affected) {
    TreeSet<String> references = new TreeSet<>();
    affected.stream()
        .flatMap(
            it ->
                Stream.concat(
                    Stream.of(it.exchange()), Optional.ofNullable(it.publication()).stream()))
        .forEach(references::add);
    return references;
  }
}

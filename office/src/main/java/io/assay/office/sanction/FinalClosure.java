package io.assay.office.sanction;

import io.assay.gateway.Duty;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.key.Key;
import io.assay.office.key.KeyService;
import io.assay.office.notice.Kind;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
import io.assay.office.notice.Recipient;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes closures final when the time to appeal is over and no appeal waits (Art. 10): the account
 * is closed, whoever it was is barred from coming back, and its keys are revoked.
 */
@Duty("DS-10")
@Component
public class FinalClosure {
  private final SanctionStore store;
  private final SubjectService subjects;
  private final KeyService keys;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  FinalClosure(
      SanctionStore store,
      SubjectService subjects,
      KeyService keys,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.subjects = subjects;
    this.keys = keys;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /** Makes final whatever is due. */
  @Scheduled(fixedDelay = 5_000)
  @Transactional
  public void settle() {
    Instant now = clock.instant();
    store.closing(now).forEach(it -> finish(it, now));
  }

  private void finish(Sanction it, Instant now) {
    store.makeFinal(it.id(), now);
    subjects.move(it.subject(), SubjectState.CLOSED, Sanctions.reason(it.statement()), Act.SYSTEM);
    List<String> revoked =
        keys.of(it.subject()).stream().filter(Key::inForce).map(Key::id).toList();
    revoked.forEach(key -> keys.revoke(key, Act.SYSTEM));
    journal.write(
        Act.of(
            "sanction.final",
            Act.SYSTEM,
            Map.of(
                "sanction", it.id(),
                "subject", it.subject(),
                "clause", it.statement().clause(),
                "appeal_until", String.valueOf(it.appealUntil()),
                "keys", String.join(" ", revoked))));
    notices.send(
        new Notice(
            it.id() + "/final",
            Kind.SANCTION_FINAL,
            it.id(),
            subjects.tenant(it.subject()),
            Sanction.decisionPath(it.id()),
            new Recipient.Programs(),
            List.of(new Fact("subject", it.subject()), new Fact("level", it.level().name())),
            true));
  }
}

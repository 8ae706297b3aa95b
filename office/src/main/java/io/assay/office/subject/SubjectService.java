package io.assay.office.subject;

import io.assay.gateway.Duty;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.notice.Kind;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
import io.assay.office.notice.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of subjects, and the only way by which one changes its state. */
@Duty("DS-10")
@Component
public class SubjectService {
  private static final int LONGEST_REFERENCE = 200;
  private static final int TOKEN_BYTES = 24;

  private final SubjectStore store;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  SubjectService(SubjectStore store, Notices notices, Journal journal, Clock clock) {
    this.store = store;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /** The new subject, or empty when the reference is blank, too long or taken in that tenant. */
  @Transactional
  public Optional<Subject> register(String tenant, String reference, String actor) {
    String wanted = reference.strip();
    if (wanted.isEmpty() || wanted.length() > LONGEST_REFERENCE) {
      return Optional.empty();
    }
    Subject subject =
        new Subject(
            RandomText.identifier("sub_"),
            tenant,
            wanted,
            SubjectState.REGISTERED,
            "",
            null,
            RandomText.secret(TOKEN_BYTES),
            false,
            clock.instant());
    if (!store.add(subject)) {
      return Optional.empty();
    }
    journal.write(
        Act.of("subject.registered", actor, Map.of("subject", subject.id(), "tenant", tenant)));
    return Optional.of(subject);
  }

  /** The changed subject, or empty when there is none or the rules forbid the step. */
  @Transactional
  public Optional<Subject> move(String id, SubjectState next, String reason, String actor) {
    return moveUntil(id, next, reason, null, actor);
  }

  /** Suspends until {@code until}, for good when it is null (Art. 10). */
  @Transactional
  public Optional<Subject> suspend(
      String id, String reason, @Nullable Instant until, String actor) {
    return moveUntil(id, SubjectState.SUSPENDED, reason, until, actor);
  }

  /**
   * Asks a verified subject to verify again (Art. 9): a risk was seen, the number changed hands, or
   * the verification has lapsed. Until then it may not generate.
   */
  @Transactional
  public Optional<Subject> reverify(String id, String reason, String actor) {
    return moveUntil(id, SubjectState.RE_VERIFY, reason, null, actor);
  }

  /**
   * Gives the subject new addresses when somebody else may know the former ones; empty when there
   * is no such subject.
   */
  @Transactional
  public Optional<Subject> renewAddresses(String id, String actor) {
    if (!store.renew(id, RandomText.secret(TOKEN_BYTES), clock.instant())) {
      return Optional.empty();
    }
    journal.write(Act.of("subject.addresses_renewed", actor, Map.of("subject", id)));
    return store.find(id);
  }

  public Optional<Subject> find(String id) {
    return store.find(id);
  }

  /** For whom the subject was registered; empty when there is no such subject. */
  public String tenant(String id) {
    return store.find(id).map(Subject::tenant).orElse("");
  }

  /**
   * The subject, kept from changing until the caller's transaction ends.
   *
   * @throws IllegalArgumentException when there is none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Subject lock(String id) {
    return store.lock(id).orElseThrow(() -> new IllegalArgumentException("no subject " + id));
  }

  public Optional<Subject> findByToken(String token) {
    return store.findByToken(token);
  }

  /** A page of a tenant's subjects by reference; it goes on after the last reference. */
  public Slice<Subject> of(String tenant, String after, int size) {
    return Slice.of(store.of(tenant, after, size + 1), size, Subject::reference);
  }

  /** Gives the standing back to subjects whose suspension has ended. */
  @Scheduled(fixedDelay = 5_000)
  @Transactional
  public void liftEnded() {
    for (String id : store.suspendedUntil(clock.instant())) {
      moveUntil(id, SubjectState.VERIFIED, "suspension ended", null, Act.SYSTEM);
    }
  }

  // Art. 10: whoever closes their own account in good standing may come back; nobody else may.
  private static boolean bars(Subject subject, String actor) {
    return subject.state() == SubjectState.SUSPENDED || !actor.equals(subject.actor());
  }

  private Optional<Subject> moveUntil(
      String id, SubjectState wanted, String reason, @Nullable Instant until, String actor) {
    Optional<Subject> found = store.lock(id).filter(subject -> subject.state().mayBecome(wanted));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    boolean resumes =
        found.get().state() == SubjectState.SUSPENDED && wanted == SubjectState.VERIFIED;
    SubjectState next = resumes ? store.resumes(id) : wanted;
    store.change(id, next, reason, until, clock.instant());
    if (next == SubjectState.CLOSED && bars(found.get(), actor)) {
      store.bar(id);
    }
    tell(found.get(), next);
    journal.write(
        Act.of(
            "subject.moved",
            actor,
            Map.of(
                "subject",
                id,
                "from",
                found.get().state().name(),
                "to",
                next.name(),
                "reason",
                reason,
                "until",
                until == null ? "" : until.toString())));
    return store.find(id);
  }

  private void tell(Subject before, SubjectState next) {
    notices.send(
        new Notice(
            before.id() + "/" + next + "/" + clock.instant(),
            Kind.SUBJECT_MOVED,
            before.id(),
            before.tenant(),
            "/tenants/" + before.tenant() + "/subjects",
            new Recipient.Programs(),
            List.of(
                new Fact("subject", before.id()),
                new Fact("from", before.state().name()),
                new Fact("to", next.name())),
            true));
  }
}

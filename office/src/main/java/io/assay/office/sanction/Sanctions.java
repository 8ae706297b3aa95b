package io.assay.office.sanction;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.Cursor;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadlines;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.notice.Kind;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
import io.assay.office.notice.Recipient;
import io.assay.office.sanction.Sanction.State;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of sanctions (Art. 10). Each has a statement of reasons that never changes; each
 * ends by itself, by a decision or by an appeal, and the subject's standing follows at once.
 */
@Duty("DS-10")
@Component
public class Sanctions {
  /** How long a closure can be contested; policy. */
  static final String APPEAL = "sanction.appeal";

  private final SanctionStore store;
  private final SubjectService subjects;
  private final Deadlines deadlines;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Sanctions(
      SanctionStore store,
      SubjectService subjects,
      Deadlines deadlines,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.subjects = subjects;
    this.deadlines = deadlines;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Imposes a sanction in the caller's transaction, and tells programs of it.
   *
   * @param approver the second person; null where one suffices
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Sanction impose(
      String subject,
      Statement statement,
      List<String> exchanges,
      String proposer,
      @Nullable String approver) {
    if (subjects.find(subject).isEmpty()) {
      throw new ActionRefusedException("sanction.subject.unknown");
    }
    Sanction it =
        new Sanction(
            RandomText.identifier("san_"),
            subject,
            statement,
            State.ACTIVE,
            exchanges,
            proposer,
            approver,
            null,
            "",
            appealUntil(statement),
            null);
    store.add(it);
    if (!it.level().single()) {
      subjects.suspend(
          subject, reason(statement), statement.end(), approver == null ? proposer : approver);
    }
    record("sanction.imposed", it, approver == null ? proposer : approver, "");
    tell(it, "imposed");
    return it;
  }

  /**
   * Takes a sanction back before its end.
   *
   * @throws ActionRefusedException when it is not in force, or without a reason
   */
  @Transactional
  public void lift(String id, String reason, String actor) {
    refuseUnless(!reason.isBlank(), "sanction.reason");
    Sanction it = active(id);
    refuseUnless(!it.closedForGood(), "sanction.final");
    end(it, State.LIFTED, reason.strip(), actor);
  }

  /** Takes it back because it was wrong; does nothing when it has ended already. */
  @Transactional(propagation = Propagation.MANDATORY)
  void overturn(String id, String reason, String actor) {
    Sanction it = store.lock(id).orElseThrow(() -> new ActionRefusedException("sanction.unknown"));
    if (it.active()) {
      end(it, State.OVERTURNED, reason, actor);
    } else if (it.state() == State.EXPIRED) {
      store.end(id, State.OVERTURNED, clock.instant(), reason);
      record("sanction.overturned", it, actor, reason);
    }
  }

  /** A closure becomes final; everything else can be contested as long as it is on record. */
  private @Nullable Instant appealUntil(Statement statement) {
    return statement.level() == Level.CLOSE
        ? deadlines.over(APPEAL, statement.start()).truncatedTo(ChronoUnit.MICROS)
        : null;
  }

  public Optional<Sanction> find(String id) {
    return store.find(id);
  }

  /** Sanctions of a subject, the newest first. */
  public List<Sanction> of(String subject) {
    return store.of(subject);
  }

  /** Sanctions of a subject, of all when it is empty, the newest first. */
  public Slice<Sanction> list(String subject, Optional<Cursor> after, int size) {
    return Slice.of(
        store.list(subject, after, size + 1),
        size,
        it -> new Cursor(it.statement().start(), it.id()));
  }

  /** Ends what has run its time. */
  @Scheduled(fixedDelay = 2_000)
  @Transactional
  public void expire() {
    store.over(clock.instant()).forEach(it -> end(it, State.EXPIRED, "", Act.SYSTEM));
  }

  private void end(Sanction it, State state, String reason, String actor) {
    store.end(it.id(), state, clock.instant(), reason);
    boolean stillStopped =
        store.of(it.subject()).stream().anyMatch(one -> one.active() && !one.level().single());
    if (!it.level().single() && !stillStopped) {
      subjects.move(it.subject(), SubjectState.VERIFIED, reason, actor);
    }
    record("sanction." + state.name().toLowerCase(Locale.ROOT), it, actor, reason);
    tell(it, "ended");
  }

  private Sanction active(String id) {
    return store
        .lock(id)
        .filter(Sanction::active)
        .orElseThrow(() -> new ActionRefusedException("sanction.unknown"));
  }

  /** What the gateway tells a subject that is stopped. */
  static String reason(Statement statement) {
    return statement.facts() + " (" + statement.clause() + ")";
  }

  private void tell(Sanction it, String what) {
    notices.send(
        new Notice(
            it.id() + "/" + what,
            Kind.of("sanction." + what),
            it.id(),
            subjects.tenant(it.subject()),
            Sanction.decisionPath(it.id()),
            new Recipient.Programs(),
            List.of(
                new Fact("subject", it.subject()),
                new Fact("level", it.level().name()),
                new Fact("appeal", Sanction.appealPath(it.id()))),
            true));
  }

  private void record(String type, Sanction it, String actor, String reason) {
    Statement said = it.statement();
    journal.write(
        Act.of(
            type,
            actor,
            Map.of(
                "sanction", it.id(),
                "subject", it.subject(),
                "level", it.level().name(),
                "facts", said.facts(),
                "clause", said.clause(),
                "until", said.end() == null ? "" : said.end().toString(),
                "exchanges", String.join(" ", it.exchanges()),
                "proposed_by", it.proposedBy(),
                "reason", reason)));
  }
}

package io.assay.office.intake;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.Cursor;
import io.assay.office.OfficeConfig;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal;
import io.assay.office.deadline.Deadlines;
import io.assay.office.intake.Line.Author;
import io.assay.office.journal.Act;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What handlers do with a case (Art. 12). Whoever took a decision does not handle the appeal
 * against it.
 */
@Duty("DS-12")
@Component
public class Handling {
  /** How long a case stays open for a reply after the result has arrived; policy. */
  private static final Duration CLOSES = Duration.ofDays(30);

  private static final int LOAD = 100;

  private final CaseStore cases;
  private final LineStore lines;
  private final CaseFile file;
  private final Reception reception;
  private final Deadlines deadlines;
  private final Judgement judgement;
  private final Approvals approvals;
  private final OfficeConfig config;
  private final Clock clock;

  Handling(
      CaseStore cases,
      LineStore lines,
      CaseFile file,
      Reception reception,
      Deadlines deadlines,
      Judgement judgement,
      Approvals approvals,
      OfficeConfig config,
      Clock clock) {
    this.cases = cases;
    this.lines = lines;
    this.file = file;
    this.reception = reception;
    this.deadlines = deadlines;
    this.judgement = judgement;
    this.approvals = approvals;
    this.config = config;
    this.clock = clock;
  }

  Optional<IntakeCase> find(String id) {
    return cases.find(id);
  }

  Slice<IntakeCase> list(CaseFilter filter, int size) {
    return Slice.of(cases.list(filter, size + 1), size, it -> new Cursor(it.receivedAt(), it.id()));
  }

  List<IntakeCase> open() {
    return cases.open(LOAD);
  }

  /**
   * The whole history; to whom content is not open, without what was written. Looks are counted.
   */
  @Transactional
  public List<Line> history(IntakeCase it, SignedIn reader) {
    file.record("intake.viewed", it, reader.actor(), Map.of());
    boolean open = reader.may(Right.CONTENT_READ);
    return lines.of(it.id()).stream().map(line -> open ? line : line.withoutText()).toList();
  }

  /** Tells the complainant that the case is taken up. */
  @Transactional
  public void accept(String id, SignedIn member) {
    IntakeCase it = unrefused(id, member);
    file.move(it, CaseState.ACCEPTED, member.actor(), null);
    deadlines.meet(it.id(), it.door().acknowledge());
    reception.tell(it, "accepted");
  }

  /**
   * Tells the complainant why it is not; an appeal takes a ground and the compliance officer's
   * agreement.
   *
   * @return whether it waits for approval
   */
  @Transactional
  public boolean refuse(String id, Optional<RefusalGround> ground, String reason, SignedIn member) {
    IntakeCase it = unrefused(id, member);
    String reasons = CaseFile.checked(reason);
    if (it.door() == Door.APPEAL) {
      refuseUnless(it.state() == CaseState.RECEIVED, "intake.step");
      Map<String, String> facts =
          RefusalApproval.facts(
              ground.orElseThrow(() -> new ActionRefusedException("intake.ground.missing")));
      file.draft(it, member.actor(), reasons);
      approvals.propose(new Wanted(RefusalApproval.KIND, id, facts, it.path()), member);
      return true;
    }
    file.move(it, CaseState.NOT_ACCEPTED, member.actor(), reasons);
    cases.refuse(it.id(), member.actor(), null, clock.instant());
    deadlines.meet(it.id(), it.door().acknowledge());
    deadlines.meet(it.id(), it.door().decide());
    reception.tell(it, "result");
    return false;
  }

  /**
   * Takes the case.
   *
   * @throws ActionRefusedException {@code intake.same-person} for whoever took the contested
   *     decision
   */
  @Transactional
  public void claim(String id, SignedIn member) {
    IntakeCase it = unrefused(id, member);
    if (it.state() == CaseState.RECEIVED) {
      accept(id, member);
      it = file.lock(id);
    }
    file.move(it, CaseState.INVESTIGATING, member.actor(), null);
    cases.hold(it.id(), member.actor());
  }

  /** Puts it back into the queue. */
  @Transactional
  public void release(String id, SignedIn member) {
    IntakeCase it = held(id, member);
    refuseUnless(
        proposals(it).stream().noneMatch(one -> one.state() == Proposal.State.OPEN),
        "approval.waiting");
    file.move(it, CaseState.ACCEPTED, member.actor(), null);
    cases.hold(it.id(), null);
  }

  @Transactional
  public void message(String id, String text, SignedIn member) {
    IntakeCase it = held(id, member);
    file.say(it, Author.STAFF, member.actor(), text);
    reception.tell(it, "message");
  }

  @Transactional
  public void note(String id, String text, SignedIn member) {
    file.say(file.lock(id), Author.NOTE, member.actor(), text);
  }

  /** Stops the clock while the complainant is asked; the reason is on record and shown to them. */
  @Transactional
  public void pause(String id, String reason, SignedIn member) {
    IntakeCase it = held(id, member);
    deadlines.pause(it.id(), it.door().decide(), reason, member.actor());
    file.say(it, Author.STAFF, member.actor(), reason);
    reception.tell(it, "message");
  }

  @Transactional
  public void resume(String id, SignedIn member) {
    IntakeCase it = held(id, member);
    deadlines.resume(it.id(), it.door().decide(), member.actor());
  }

  /**
   * Decides; over an appeal, proposes the decision to the compliance officer.
   *
   * @return whether it waits for approval
   */
  @Transactional
  public boolean decide(String id, Verdict verdict, SignedIn member) {
    IntakeCase it = held(id, member);
    refuseUnless(!it.contested(member.actor()), "intake.same-person");
    if (it.door() != Door.APPEAL) {
      judgement.give(it, verdict, member.actor(), null);
      return false;
    }
    refuseUnless(it.state() == CaseState.INVESTIGATING, "intake.step");
    file.draft(it, member.actor(), verdict.reason());
    approvals.propose(
        new Wanted(AppealApproval.KIND, id, AppealApproval.facts(verdict), it.path()), member);
    return true;
  }

  /** The proposals to decide this appeal, or not to accept it, the newest first. */
  List<Proposal> proposals(IntakeCase it) {
    String kind = it.state() == CaseState.RECEIVED ? RefusalApproval.KIND : AppealApproval.KIND;
    return approvals.about(kind, it.id());
  }

  long falsePositives(IntakeCase it) {
    return cases.falsePositives(it.id());
  }

  /** Notes results that arrived by mail, and closes what has been answered for long enough. */
  @Scheduled(fixedDelay = 5_000)
  @Transactional
  public void settle() {
    Instant now = clock.instant();
    for (IntakeCase known : cases.mailed(LOAD)) {
      IntakeCase it = file.lock(known.id());
      if (it.state().awaitsFeedback()) {
        reception.delivered(it, "mail");
      }
    }
    for (IntakeCase known : cases.answered(now.minus(CLOSES), LOAD)) {
      IntakeCase it = file.lock(known.id());
      if (it.state() == CaseState.NOTIFIED) {
        file.move(it, CaseState.CLOSED, Act.SYSTEM, null);
        cases.close(it.id(), now);
      }
    }
  }

  /** Erases what people wrote when it has been kept long enough since their last word. */
  @Scheduled(fixedDelay = 3_600_000)
  @Transactional
  public void erase() {
    for (String id : cases.stale(clock.instant().minus(config.cases().kept()), LOAD)) {
      IntakeCase it = file.lock(id);
      cases.erase(id, clock.instant());
      file.record("intake.erased", it, Act.SYSTEM, Map.of());
    }
  }

  /** The case, when this member may handle it and nobody has asked not to accept it. */
  private IntakeCase unrefused(String id, SignedIn member) {
    IntakeCase it = file.lock(id);
    refuseUnless(!it.contested(member.actor()), "intake.same-person");
    refuseUnless(
        approvals.about(RefusalApproval.KIND, id).stream()
            .noneMatch(one -> one.state() == Proposal.State.OPEN),
        "approval.waiting");
    return it;
  }

  private IntakeCase held(String id, SignedIn member) {
    IntakeCase it = file.lock(id);
    refuseUnless(it.heldBy(member.actor()), "intake.not-held");
    return it;
  }
}

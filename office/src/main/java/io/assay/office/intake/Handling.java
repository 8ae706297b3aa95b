package io.assay.office.intake;

import io.assay.gateway.Duty;
import io.assay.office.OfficeConfig;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadlines;
import io.assay.office.intake.FalsePositives.FalsePositive;
import io.assay.office.intake.Line.Author;
import io.assay.office.journal.Act;
import io.assay.office.notice.Channel;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
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
  private final Notices notices;
  private final List<Appealable> appealables;
  private final List<FalsePositives> followers;
  private final OfficeConfig config;
  private final Clock clock;

  Handling(
      CaseStore cases,
      LineStore lines,
      CaseFile file,
      Reception reception,
      Deadlines deadlines,
      Notices notices,
      List<Appealable> appealables,
      List<FalsePositives> followers,
      OfficeConfig config,
      Clock clock) {
    this.cases = cases;
    this.lines = lines;
    this.file = file;
    this.reception = reception;
    this.deadlines = deadlines;
    this.notices = notices;
    this.appealables = List.copyOf(appealables);
    this.followers = List.copyOf(followers);
    this.config = config;
    this.clock = clock;
  }

  Optional<IntakeCase> find(String id) {
    return cases.find(id);
  }

  List<IntakeCase> list(CaseFilter filter, int limit) {
    return cases.list(filter, limit);
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
    IntakeCase it = unconflicted(id, member);
    file.move(it, CaseState.ACCEPTED, member.actor(), null);
    deadlines.meet(it.id(), it.door().acknowledge());
    tell(it, "accepted");
  }

  /** Tells the complainant why it is not. */
  @Transactional
  public void refuse(String id, String reason, SignedIn member) {
    IntakeCase it = unconflicted(id, member);
    file.move(it, CaseState.NOT_ACCEPTED, member.actor(), CaseFile.checked(reason));
    cases.refuse(it.id(), member.actor(), clock.instant());
    deadlines.meet(it.id(), it.door().acknowledge());
    deadlines.meet(it.id(), it.door().decide());
    tell(it, "result");
  }

  /**
   * Takes the case.
   *
   * @throws ActionRefusedException {@code intake.same-person} for whoever took the contested
   *     decision
   */
  @Transactional
  public void claim(String id, SignedIn member) {
    IntakeCase it = unconflicted(id, member);
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
    file.move(it, CaseState.ACCEPTED, member.actor(), null);
    cases.hold(it.id(), null);
  }

  @Transactional
  public void message(String id, String text, SignedIn member) {
    IntakeCase it = held(id, member);
    file.say(it, Author.STAFF, member.actor(), text);
    tell(it, "message");
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
    tell(it, "message");
  }

  @Transactional
  public void resume(String id, SignedIn member) {
    IntakeCase it = held(id, member);
    deadlines.resume(it.id(), it.door().decide(), member.actor());
  }

  /** Decides; what is overturned is taken back at once, and marked for the pool. */
  @Transactional
  public void decide(String id, Finding finding, String reason, SignedIn member) {
    IntakeCase it = held(id, member);
    if (it.contested(member.actor())) {
      throw new ActionRefusedException("intake.same-person");
    }
    String said = CaseFile.checked(reason);
    file.move(it, CaseState.DECIDED, member.actor(), said);
    cases.decide(it.id(), finding, member.actor(), clock.instant());
    deadlines.meet(it.id(), it.door().decide());
    if (it.door() == Door.APPEAL && finding.overturns()) {
      overturn(it, said, member.actor());
    }
    file.record("intake.decided", it, member.actor(), Map.of("finding", finding.name()));
    tell(it, "result");
  }

  long falsePositives(IntakeCase it) {
    return cases.falsePositives(it.id());
  }

  /** Notes results that arrived by mail, and closes what has been answered for long enough. */
  @Scheduled(fixedDelay = 5_000)
  @Transactional
  public void settle() {
    Instant now = clock.instant();
    for (IntakeCase known : cases.awaitingFeedback(LOAD)) {
      IntakeCase it = file.lock(known.id());
      if (it.state().awaitsFeedback()
          && notices.sent(it.id() + "/result", Channel.MAIL).isPresent()) {
        reception.delivered(it, "mail");
      } else if (it.state() == CaseState.NOTIFIED
          && it.notifiedAt() != null
          && it.notifiedAt().plus(CLOSES).isBefore(now)) {
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

  private void overturn(IntakeCase it, String reason, String actor) {
    for (Appealable decisions : appealables) {
      decisions
          .find(it.about())
          .ifPresent(
              contested -> {
                decisions.overturn(it.about(), "appeal " + it.id(), actor);
                contested.exchanges().forEach(exchange -> mark(exchange, it, reason, actor));
              });
    }
  }

  private void mark(String exchange, IntakeCase it, String reason, String actor) {
    FalsePositive mark = new FalsePositive(exchange, it.id(), reason, actor, clock.instant());
    cases.markFalsePositive(mark);
    file.record("intake.false_positive", it, actor, Map.of("exchange", exchange));
    followers.forEach(follower -> follower.marked(mark));
  }

  private void tell(IntakeCase it, String what) {
    String key = it.id() + "/" + what;
    notices.send(
        new Notice(
            what.equals("message") ? key + "/" + clock.instant() : key,
            "intake." + what,
            it.id(),
            it.door().path(),
            Reception.complainant(it),
            List.of(new Fact("case", it.id())),
            false));
  }

  private IntakeCase unconflicted(String id, SignedIn member) {
    IntakeCase it = file.lock(id);
    if (it.contested(member.actor())) {
      throw new ActionRefusedException("intake.same-person");
    }
    return it;
  }

  private IntakeCase held(String id, SignedIn member) {
    IntakeCase it = file.lock(id);
    if (!it.heldBy(member.actor())) {
      throw new ActionRefusedException("intake.not-held");
    }
    return it;
  }
}

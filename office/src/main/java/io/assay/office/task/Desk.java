package io.assay.office.task;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.RandomText;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.content.Content;
import io.assay.office.content.Contents;
import io.assay.office.content.View;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.policy.Policies;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.task.Decision.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a reviewer does: take a task, see its content, decide, and take a decision back. */
@Duty("DS-10")
@Component
public class Desk {
  private static final int LONGEST_NOTE = 2_000;

  private final TaskStore tasks;
  private final DecisionStore decisions;
  private final Exposure exposure;
  private final FalsePositives falsePositives;
  private final Contents contents;
  private final TaskFiles files;
  private final Policies policies;
  private final Journal journal;
  private final Clock clock;

  Desk(
      TaskStore tasks,
      DecisionStore decisions,
      Exposure exposure,
      FalsePositives falsePositives,
      Contents contents,
      TaskFiles files,
      Policies policies,
      Journal journal,
      Clock clock) {
    this.tasks = tasks;
    this.decisions = decisions;
    this.exposure = exposure;
    this.falsePositives = falsePositives;
    this.contents = contents;
    this.files = files;
    this.policies = policies;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What a reviewer decides.
   *
   * @param phrase in a false positive, the wording in which the hit is to be allowed; may be empty
   */
  public record Verdict(Ground ground, String note, String phrase) {}

  /**
   * Takes the next task for this reviewer alone, for a while; empty when nothing waits.
   *
   * @throws ActionRefusedException {@code task.break} when the reviewer has seen enough for now
   */
  @Transactional
  public Optional<Task> next(SignedIn member) {
    refuseUnless(member.may(Right.DECISION_WRITE), "task.no-right");
    Instant now = clock.instant();
    refuseUnless(exposure.of(member.actor()).breakUntil().isEmpty(), "task.break");
    int every = policies.count(Policy.GOLDEN);
    if (decisions.count(member.actor()) % every == every - 1) {
      String id = "ex_" + RandomText.identifier("");
      tasks.addGolden(id, member.actor(), now, now.plus(policies.duration(Policy.HOLD)));
    }
    Optional<Task> next = tasks.next(member.actor(), member.may(Right.DECISION_QUALITY), now);
    next.ifPresent(
        task -> tasks.hold(task.id(), member.actor(), now.plus(policies.duration(Policy.LEASE))));
    return next.map(task -> tasks.find(task.id()).orElseThrow());
  }

  /**
   * Shows the text or one file of a task that the reviewer holds; the view is in the ledger first.
   *
   * @param field which file; empty for the text
   */
  @Transactional
  public Content open(Task task, String field, SignedIn member) {
    Content content =
        contents.open(
            new View(task.exchange(), task.part(), field, TaskPurpose.KIND, task.id(), ""), member);
    files.note(task, field, content);
    tasks.opened(task.id(), field, member.actor(), clock.instant());
    return content;
  }

  /** The files of a task; none where it decides on texts. */
  public List<File> files(Task task) {
    return files.of(task);
  }

  /** Gives a task back undecided. */
  @Transactional
  public void giveBack(String id, SignedIn member) {
    tasks.free(held(id, member).id());
  }

  /**
   * Decides. The first of two persons never sees the other's choice; where they differ, and where
   * one is unsure, a senior reviewer decides.
   */
  @Transactional
  public Decision decide(String id, Verdict verdict, SignedIn member) {
    Task task = held(id, member);
    refuseUnless(verdict.note().length() <= LONGEST_NOTE, "task.note");
    Choice choice = verdict.ground().choice();
    refuseUnless(choice != Choice.RELEASE || files.opened(task), "task.not-opened");
    List<Decision> before = decisions.of(id);
    Round round = round(task, before);
    refuseUnless(choice != Choice.ESCALATE || round != Round.EXPERT, "task.expert-decides");
    Instant now = clock.instant();
    Instant since =
        Optional.ofNullable(task.heldUntil()).orElse(now).minus(policies.duration(Policy.LEASE));
    Decision decision =
        new Decision(
            RandomText.identifier("dec_"),
            id,
            member.actor(),
            now,
            choice,
            verdict.ground(),
            verdict.note().strip(),
            round,
            "",
            falsePositives.propose(task, verdict, member),
            Duration.between(since, now).toMillis(),
            null);
    decisions.add(decision);
    settle(task, decision, before, now);
    record("task.decided", decision, Map.of("ground", decision.ground().name()));
    return decision;
  }

  /** Takes the reviewer's last decision back, within the time for that. */
  @Transactional
  public Task undo(SignedIn member) {
    Instant now = clock.instant();
    Decision last =
        decisions
            .last(member.actor(), now.minus(policies.duration(Policy.UNDO)))
            .orElseThrow(() -> new ActionRefusedException("task.too-late"));
    Task task = tasks.lock(last.task()).orElseThrow();
    boolean gone = decisions.of(task.id()).getLast().id().equals(last.id());
    refuseUnless(gone && task.state() != Task.State.CLOSED, "task.too-late");
    decisions.undo(last.id(), now);
    falsePositives.withdraw(last, member);
    tasks.move(
        task.id(), last.round() == Round.EXPERT ? Task.State.EXPERT : Task.State.OPEN, null, null);
    tasks.hold(task.id(), member.actor(), now.plus(policies.duration(Policy.LEASE)));
    record("task.decision_undone", last, Map.of());
    return tasks.find(task.id()).orElseThrow();
  }

  /** Whether the reviewer could still take their last decision back, and which it is. */
  public Optional<Decision> undoable(SignedIn member) {
    return decisions
        .last(member.actor(), clock.instant().minus(policies.duration(Policy.UNDO)))
        .filter(
            it ->
                tasks
                    .find(it.task())
                    .filter(task -> task.state() != Task.State.CLOSED)
                    .isPresent());
  }

  private void settle(Task task, Decision decision, List<Decision> before, Instant now) {
    Choice choice = decision.choice();
    Instant settles = now.plus(policies.duration(Policy.UNDO));
    boolean agreed = decision.round() != Round.SECOND || before.getFirst().choice() == choice;
    if (choice == Choice.ESCALATE || !agreed) {
      tasks.move(task.id(), Task.State.EXPERT, null, null);
    } else if (decision.round() == Round.FIRST && task.wanted() == 2) {
      tasks.move(task.id(), Task.State.OPEN, null, null);
    } else {
      tasks.move(task.id(), Task.State.DECIDED, choice, settles);
    }
  }

  private static Round round(Task task, List<Decision> before) {
    if (task.state() == Task.State.EXPERT) {
      return Round.EXPERT;
    }
    return before.isEmpty() ? Round.FIRST : Round.SECOND;
  }

  private Task held(String id, SignedIn member) {
    refuseUnless(member.may(Right.DECISION_WRITE), "task.no-right");
    Task task = tasks.lock(id).orElseThrow(() -> new ActionRefusedException("task.unknown"));
    refuseUnless(task.heldBy(member.actor(), clock.instant()), "task.not-held");
    return task;
  }

  private void record(String type, Decision decision, Map<String, ?> more) {
    Map<String, Object> facts = new TreeMap<>(more);
    facts.put("task", decision.task());
    facts.put("decision", decision.id());
    facts.put("choice", decision.choice().name());
    facts.put("round", decision.round().name());
    journal.write(Act.of(type, decision.reviewer(), facts));
  }
}

package io.assay.office.task;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.RandomText;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.content.View.Part;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.notice.Kind;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
import io.assay.office.notice.Recipient;
import io.assay.office.policy.Policies;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.task.Decision.Round;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets decisions take effect once they can no longer be taken back, and overturns them later. */
@Duty("DS-10")
@Component
public class Settlement {
  private final TaskStore tasks;
  private final DecisionStore decisions;
  private final ReleaseStore releases;
  private final HeldAnswers answers;
  private final List<HeldInputs> inputs;
  private final Policies policies;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Settlement(
      TaskStore tasks,
      DecisionStore decisions,
      ReleaseStore releases,
      HeldAnswers answers,
      List<HeldInputs> inputs,
      Policies policies,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.tasks = tasks;
    this.decisions = decisions;
    this.releases = releases;
    this.answers = answers;
    this.inputs = List.copyOf(inputs);
    this.policies = policies;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /** Closes what was decided long enough ago. */
  @Scheduled(fixedDelay = 1_000)
  @Transactional
  public void settle() {
    Instant now = clock.instant();
    releases.expire(now, now.minus(policies.duration(Policy.DELIVER_AGAIN)));
    for (String id : tasks.settling(now)) {
      Task task = tasks.lock(id).orElseThrow();
      close(task, result(task), now);
      record("task.closed", Act.SYSTEM, task, result(task), "");
      if (task.golden() == null) {
        closeSamePictures(task, now);
      }
    }
  }

  /** Decides the same picture once: whatever waits untouched and looks alike gets the result. */
  private void closeSamePictures(Task task, Instant now) {
    String pdq = tasks.pdq(task.id());
    if (pdq.isEmpty()) {
      return;
    }
    Decision last = decisions.of(task.id()).getLast();
    tasks
        .untouchedPictures(task.part())
        .forEach(
            (id, others) -> {
              if (PictureHashes.alike(pdq, others)) {
                closeSamePicture(tasks.find(id).orElseThrow(), last, now);
              }
            });
  }

  private void closeSamePicture(Task alike, Decision last, Instant now) {
    decisions.add(
        new Decision(
            RandomText.identifier("dec_"),
            alike.id(),
            last.reviewer(),
            now,
            last.choice(),
            last.ground(),
            last.task(),
            Round.CLUSTER,
            "",
            "",
            0,
            null));
    close(alike, last.choice(), now);
    record("task.closed_alike", last.reviewer(), alike, last.choice(), "");
  }

  /**
   * Overturns a closed decision by another one, of another person; both stay on record.
   *
   * @throws ActionRefusedException for whoever decided the task, without a reason, or when there is
   *     nothing to overturn
   */
  @Transactional
  public Decision reverse(String id, Ground ground, String reason, SignedIn member) {
    refuseUnless(member.may(Right.DECISION_QUALITY), "task.no-right");
    refuseUnless(!reason.isBlank() && reason.length() <= 2_000, "task.reason");
    Task task = tasks.lock(id).orElseThrow(() -> new ActionRefusedException("task.unknown"));
    refuseUnless(task.state() == Task.State.CLOSED && task.golden() == null, "task.not-closed");
    refuseUnless(
        ground.choice() != Choice.ESCALATE && ground.choice() != task.result(), "task.same-result");
    List<Decision> before = decisions.of(id);
    refuseUnless(
        before.stream().noneMatch(it -> it.reviewer().equals(member.actor())), "task.own-decision");
    return reversal(task, ground, reason.strip(), before.getLast(), member.actor());
  }

  /** Releases what a person blocked, because an appeal against it was upheld. */
  @Transactional(propagation = Propagation.MANDATORY)
  void overturn(String id, String reason, String actor) {
    Task task = tasks.lock(id).orElseThrow(() -> new ActionRefusedException("task.unknown"));
    if (task.state() == Task.State.CLOSED && task.result() == Choice.BLOCK) {
      reversal(task, Ground.CONTEXT, reason, decisions.of(id).getLast(), actor);
    }
  }

  private Decision reversal(
      Task task, Ground ground, String reason, Decision overturned, String actor) {
    Instant now = clock.instant();
    Decision reversal =
        new Decision(
            RandomText.identifier("dec_"),
            task.id(),
            actor,
            now,
            ground.choice(),
            ground,
            reason,
            Round.REVERSAL,
            overturned.id(),
            "",
            0,
            null);
    decisions.add(reversal);
    close(task, ground.choice(), now);
    if (ground.choice() == Choice.RELEASE && heldInput(task)) {
      inputs.forEach(it -> it.restored(task.exchange(), task.id(), actor));
    }
    record("task.reversed", actor, task, ground.choice(), overturned.id());
    return reversal;
  }

  /** Makes a closed task one whose answer is known; copies of it will test other reviewers. */
  @Transactional
  public void makeGolden(String id, SignedIn member) {
    refuseUnless(member.may(Right.DECISION_QUALITY), "task.no-right");
    Task task = tasks.lock(id).orElseThrow(() -> new ActionRefusedException("task.unknown"));
    refuseUnless(task.state() == Task.State.CLOSED && task.golden() == null, "task.not-closed");
    tasks.golden(id, result(task));
    record("task.made_golden", member.actor(), task, result(task), "");
  }

  private void close(Task task, Choice result, Instant now) {
    tasks.move(task.id(), Task.State.CLOSED, result, null);
    if (task.queue() == Queue.HOLD && task.golden() == null) {
      if (result == Choice.RELEASE) {
        answers.release(task, now.plus(policies.duration(Policy.RELEASE)));
      } else {
        releases.revoke(task.id(), now);
        if (heldInput(task)) {
          inputs.forEach(it -> it.blocked(task.exchange(), task.subject()));
        }
      }
      tell(task, result, now);
    }
  }

  private static boolean heldInput(Task task) {
    return task.queue() == Queue.HOLD && task.part() != Part.OUTPUT;
  }

  /** Tells programs what became of content that waited for a person. */
  private void tell(Task task, Choice result, Instant now) {
    notices.send(
        new Notice(
            task.id() + "/" + result + "/" + now,
            Kind.TASK_DECIDED,
            task.exchange(),
            task.tenant(),
            "/exchanges/" + task.exchange(),
            new Recipient.Programs(),
            List.of(
                new Fact("exchange", task.exchange()),
                new Fact("subject", task.subject()),
                new Fact("part", task.part().name()),
                new Fact("result", result.name())),
            true));
  }

  private static Choice result(Task task) {
    Choice result = task.result();
    if (result == null) {
      throw new IllegalStateException("task " + task.id() + " has no result");
    }
    return result;
  }

  private void record(String type, String actor, Task task, Choice result, String overturned) {
    journal.write(
        Act.of(
            type,
            actor,
            Map.of("task", task.id(), "result", result.name(), "overturned", overturned)));
  }
}

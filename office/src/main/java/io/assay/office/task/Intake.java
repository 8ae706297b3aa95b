package io.assay.office.task;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.exchange.ExchangeFollower;
import io.assay.office.policy.Policies;
import io.assay.office.policy.PolicyNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes a task of everything that is held, and of samples of what was blocked and what passed. */
@Component
class Intake implements ExchangeFollower {
  private static final int URGENT = 30;
  private static final int ORDINARY = 20;
  private static final int SAMPLE = 0;

  private final TaskStore tasks;
  private final ReleaseStore releases;
  private final Policies policies;

  Intake(TaskStore tasks, ReleaseStore releases, Policies policies) {
    this.tasks = tasks;
    this.releases = releases;
    this.policies = policies;
  }

  @Override
  public boolean follows(Outcome outcome) {
    return switch (outcome) {
      case HELD, BLOCKED_INPUT, BLOCKED_OUTPUT, DELIVERED -> true;
      case REFUSED, FAILED, ABANDONED -> false;
    };
  }

  @Override
  public boolean followsCanaries() {
    return false;
  }

  @Override
  public void closed(ExchangeDetail exchange) {
    String id = exchange.summary().id();
    switch (exchange.summary().outcome().orElseThrow()) {
      case HELD -> tasks.add(task(id, exchange, Queue.HOLD, decidedPart(exchange)));
      case BLOCKED_INPUT, BLOCKED_OUTPUT -> {
        if (chosen(id, Policy.BLOCKED) && !exchange.input().commitment().isEmpty()) {
          tasks.add(task("qa_" + id, exchange, Queue.QA_BLOCKED, blockedPart(exchange)));
        }
      }
      case DELIVERED -> {
        if (!exchange.released().isEmpty()) {
          releases.delivered(exchange.released(), id, exchange.summary().receivedAt());
        }
        if (chosen(id, Policy.PASSED)) {
          tasks.add(task("qa_" + id, exchange, Queue.QA_PASSED, Part.OUTPUT));
        }
      }
      case REFUSED, FAILED, ABANDONED -> {}
    }
  }

  private boolean chosen(String id, PolicyNumber oneIn) {
    return Policy.chosen(id, policies.count(oneIn));
  }

  private static Part decidedPart(ExchangeDetail exchange) {
    boolean input =
        exchange.steps().stream()
            .anyMatch(it -> it.name() == Name.INPUT_REVIEW && it.decision() == Decision.HOLD);
    if (!input) {
      return Part.OUTPUT;
    }
    return exchange.files().waiting().isEmpty() ? Part.INPUT : Part.ATTACHMENT;
  }

  /** What a sample shows of a request: its files where nothing was found in its texts. */
  private static Part blockedPart(ExchangeDetail exchange) {
    Set<String> flagged =
        TaskFiles.flagged(exchange).stream().map(File::where).collect(Collectors.toSet());
    return !flagged.isEmpty()
            && findings(exchange, Name.INPUT_REVIEW).stream()
                .allMatch(it -> flagged.contains(it.where()))
        ? Part.ATTACHMENT
        : Part.INPUT;
  }

  private static List<FindingRecord> findings(ExchangeDetail exchange, Name stage) {
    return exchange.steps().stream()
        .filter(it -> it.name() == stage)
        .map(StepRecord::findings)
        .flatMap(List::stream)
        .toList();
  }

  private Task task(String id, ExchangeDetail exchange, Queue queue, Part part) {
    Name stage = part == Part.OUTPUT ? Name.OUTPUT_REVIEW : Name.INPUT_REVIEW;
    List<FindingRecord> findings = findings(exchange, stage);
    Optional<FindingRecord> first = findings.stream().findFirst();
    String category = first.map(FindingRecord::category).orElse("");
    Instant at = exchange.summary().receivedAt();
    boolean held = queue == Queue.HOLD;
    Duration limit = policies.duration(held ? Policy.HOLD : Policy.SAMPLE);
    boolean urgent = category.startsWith("A.1") || category.startsWith("I.");
    return new Task(
        id,
        exchange.summary().id(),
        exchange.summary().origin().subject(),
        exchange.summary().origin().tenant(),
        exchange.summary().origin().capability(),
        part,
        queue,
        category,
        findings.stream().map(FindingRecord::feature).distinct().toList(),
        exchange.pool(),
        held ? (urgent ? URGENT : ORDINARY) : SAMPLE,
        held && chosen(id, Policy.DOUBLE) ? 2 : 1,
        at,
        at.plus(limit),
        Task.State.OPEN,
        null,
        null,
        null,
        false,
        null);
  }
}

package io.assay.office.sanction;

import io.assay.gateway.Duty;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeFollower;
import io.assay.office.subject.SubjectService;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Counts what the review of the gateway passed and blocked; what it held waits for a person. */
@Duty("DS-10")
@Component
class RepeatRule implements ExchangeFollower {
  private final ActStore inputs;
  private final Repetition repetition;
  private final SubjectService subjects;

  RepeatRule(ActStore inputs, Repetition repetition, SubjectService subjects) {
    this.inputs = inputs;
    this.repetition = repetition;
    this.subjects = subjects;
  }

  @Override
  public boolean follows(Outcome outcome) {
    return outcome != Outcome.REFUSED;
  }

  @Override
  public void closed(ExchangeDetail exchange) {
    String subject = exchange.summary().origin().subject();
    boolean bad = reviewed(exchange, Decision.BLOCK);
    boolean good = reviewed(exchange, Decision.PASS);
    if (subject.isEmpty() || !(bad || good)) {
      return;
    }
    String id = exchange.summary().id();
    Instant at = exchange.summary().receivedAt();
    inputs.lock(subject);
    boolean news = inputs.add(id, subject, at, bad);
    if (news && bad && repetition.fresh(at) && subjects.find(subject).isPresent()) {
      repetition.judge(id, subject, at);
    }
  }

  private static boolean reviewed(ExchangeDetail exchange, Decision decision) {
    return exchange.steps().stream()
        .anyMatch(it -> it.name() == StepRecord.Name.INPUT_REVIEW && it.decision() == decision);
  }
}

package io.assay.office.intake;

import io.assay.gateway.Duty;
import io.assay.office.deadline.Deadlines;
import io.assay.office.intake.FalsePositives.FalsePositive;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a decision its effect (Art. 12): what was contested is taken back at once, and what is
 * found to have been stopped wrongly is put right everywhere.
 */
@Duty("DS-12")
@Component
class Judgement {
  private final CaseStore cases;
  private final CaseFile file;
  private final Reception reception;
  private final Deadlines deadlines;
  private final List<Appealable> appealables;
  private final ObjectProvider<FalsePositives> followers;
  private final Clock clock;

  Judgement(
      CaseStore cases,
      CaseFile file,
      Reception reception,
      Deadlines deadlines,
      List<Appealable> appealables,
      ObjectProvider<FalsePositives> followers,
      Clock clock) {
    this.cases = cases;
    this.file = file;
    this.reception = reception;
    this.deadlines = deadlines;
    this.appealables = List.copyOf(appealables);
    this.followers = followers;
    this.clock = clock;
  }

  /**
   * Decides the case and tells the complainant.
   *
   * @param approver the second person; null where one suffices
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(IntakeCase it, Verdict verdict, String decider, @Nullable String approver) {
    Instant now = clock.instant();
    file.move(it, CaseState.DECIDED, decider, verdict.reason());
    cases.decide(it.id(), verdict.finding(), decider, approver, now);
    deadlines.meet(it.id(), it.door().decide());
    file.record(
        "intake.decided",
        it,
        decider,
        Map.of(
            "finding", verdict.finding().name(), "approved_by", approver == null ? "" : approver));
    if (it.door() == Door.APPEAL && verdict.finding().overturns()) {
      appealables.forEach(decisions -> overturn(decisions, it, verdict, decider));
    }
    reception.tell(it, "result");
  }

  private void overturn(Appealable decisions, IntakeCase it, Verdict verdict, String actor) {
    decisions
        .find(it.about())
        .ifPresent(
            contested -> {
              decisions.overturn(it.about(), "appeal " + it.id(), actor);
              if (verdict.finding().exonerates()) {
                contested.exchanges().forEach(exchange -> mark(exchange, it, verdict, actor));
              }
            });
  }

  private void mark(String exchange, IntakeCase it, Verdict verdict, String actor) {
    FalsePositive mark =
        new FalsePositive(
            exchange, it.id(), verdict.reason(), verdict.phrase(), actor, clock.instant());
    cases.markFalsePositive(mark);
    file.record("intake.false_positive", it, actor, Map.of("exchange", exchange));
    followers.orderedStream().forEach(follower -> follower.marked(mark));
  }
}

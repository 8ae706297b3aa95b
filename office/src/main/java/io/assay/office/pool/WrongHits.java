package io.assay.office.pool;

import io.assay.gateway.Duty;
import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.intake.FalsePositives;
import io.assay.office.pool.PoolFeature.Origin;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Proposes what follows for the pool from an exchange that was stopped wrongly: an exception where
 * words were given and the feature takes one, its retirement otherwise. Nothing changes before a
 * second person has agreed (Art. 10).
 */
@Duty("DS-10")
@Component
class WrongHits implements FalsePositives {
  private static final Set<FeatureKind> WORDED =
      EnumSet.of(FeatureKind.KEYWORD, FeatureKind.COMBINATION, FeatureKind.EXPRESSION);

  private final ExchangeIndex exchanges;
  private final Register register;
  private final Procedure procedure;
  private final Approvals approvals;

  WrongHits(ExchangeIndex exchanges, Register register, Procedure procedure, Approvals approvals) {
    this.exchanges = exchanges;
    this.register = register;
    this.procedure = procedure;
    this.approvals = approvals;
  }

  @Override
  public void marked(FalsePositive mark) {
    fired(mark.exchange())
        .map(register::find)
        .flatMap(Optional::stream)
        .filter(feature -> feature.state().inPool())
        .forEach(feature -> propose(feature, mark));
  }

  /** The features for which the exchange was stopped. */
  private Stream<String> fired(String exchange) {
    return exchanges.find(exchange).stream()
        .flatMap(it -> it.steps().stream())
        .filter(it -> it.decision() == Decision.BLOCK || it.decision() == Decision.HOLD)
        .flatMap(it -> it.findings().stream())
        .map(FindingRecord::feature)
        .distinct();
  }

  private void propose(PoolFeature feature, FalsePositive mark) {
    String found = "Stopped " + mark.exchange() + " wrongly, as case " + mark.source() + " found";
    if (!mark.phrase().isEmpty() && WORDED.contains(feature.kind())) {
      Draft draft = Draft.allowing(feature, mark.phrase(), found);
      procedure.propose(draft, Origin.FALSE_POSITIVE, mark.source(), mark.by());
    } else if (approvals.about(Retirement.KIND, feature.id()).stream()
        .noneMatch(it -> it.state() == Proposal.State.OPEN)) {
      Map<String, String> facts = Map.of("exchange", mark.exchange(), "pattern", feature.pattern());
      approvals.propose(new Wanted(Retirement.KIND, feature.id(), facts, found), mark.by());
    }
  }
}

package io.assay.office.deadline;

import io.assay.gateway.Duty;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Publishes a promise of the operator (Art. 12): one officer proposes it, another approves. */
@Duty("DS-12")
@Component
class Commitment implements TwoPersonAction {
  static final String KIND = "deadline.commitment";

  private final Limits limits;

  Commitment(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Right proposes() {
    return Right.DOCUMENT_WRITE;
  }

  @Override
  public Right approves() {
    return Right.DOCUMENT_APPROVE;
  }

  @Override
  public void carryOut(Proposal proposal, String approver) {
    limits.commit(
        proposal.about(),
        limit(proposal.fact("value"), proposal.fact("unit")),
        proposal.fact("source"),
        day(proposal.fact("from")),
        approver);
  }

  /**
   * What one officer asks another for.
   *
   * @throws ActionRefusedException when the length or the day is none
   */
  static Wanted wanted(String rule, String value, String unit, String from, String reason) {
    limit(value, unit);
    day(from);
    Map<String, String> facts =
        Map.of("value", value.strip(), "unit", unit, "from", from, "source", "/process");
    return new Wanted(KIND, rule, facts, reason);
  }

  static Limit limit(String value, String unit) {
    try {
      return new Limit(Integer.parseInt(value.strip()), Limit.Unit.valueOf(unit));
    } catch (IllegalArgumentException notALimit) {
      throw new ActionRefusedException("deadline.limit.bad");
    }
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new ActionRefusedException("deadline.past");
    }
  }
}

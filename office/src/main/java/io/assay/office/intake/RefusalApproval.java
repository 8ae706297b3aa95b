package io.assay.office.intake;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.deadline.Deadlines;
import io.assay.office.staff.Right;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * An appeal that is not accepted (Art. 12): a handler says on which ground, the compliance officer
 * agrees, and neither had a part in what is contested. Until then it counts as received and its
 * clocks run.
 */
@Duty("DS-12")
@Component
class RefusalApproval implements TwoPersonAction {
  static final String KIND = "intake.refusal";
  private static final String GROUND = "ground";

  private final CaseFile file;
  private final CaseStore cases;
  private final Reception reception;
  private final Deadlines deadlines;
  private final Clock clock;

  RefusalApproval(
      CaseFile file, CaseStore cases, Reception reception, Deadlines deadlines, Clock clock) {
    this.file = file;
    this.cases = cases;
    this.reception = reception;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  static Map<String, String> facts(RefusalGround ground) {
    return Map.of(GROUND, ground.name());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Right proposes() {
    return Right.CASE_WRITE;
  }

  @Override
  public Right approves() {
    return Right.CASE_APPROVE;
  }

  @Override
  public void carryOut(Proposal proposal, String approver) {
    IntakeCase it = file.lock(proposal.about());
    String handler = proposal.proposedBy();
    refuseUnless(!it.contested(approver), "intake.same-person");
    String reasons = file.drafted(it, handler);
    RefusalGround ground = RefusalGround.valueOf(proposal.fact(GROUND));
    cases.refuse(it.id(), handler, approver, clock.instant());
    cases.refuse(it.id(), ground);
    file.move(it, CaseState.NOT_ACCEPTED, handler, reasons);
    deadlines.meet(it.id(), it.door().acknowledge());
    deadlines.meet(it.id(), it.door().decide());
    file.record(
        "intake.refused", it, handler, Map.of("ground", ground.name(), "approved_by", approver));
    reception.tell(it, "result");
  }
}

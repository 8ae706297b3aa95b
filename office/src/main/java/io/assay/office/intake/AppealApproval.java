package io.assay.office.intake;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The decision of an appeal (Art. 12): a handler decides, the compliance officer agrees, and
 * neither had a part in what is contested. The reasons wait sealed in the case, not in the
 * proposal.
 */
@Duty("DS-12")
@Component
class AppealApproval implements TwoPersonAction {
  static final String KIND = "intake.appeal";
  private static final String FINDING = "finding";
  private static final String PHRASE = "phrase";

  private final CaseFile file;
  private final Judgement judgement;

  AppealApproval(CaseFile file, Judgement judgement) {
    this.file = file;
    this.judgement = judgement;
  }

  /** What a proposal says of a verdict. */
  static Map<String, String> facts(Verdict verdict) {
    String finding = verdict.finding().name();
    return verdict.phrase().isEmpty()
        ? Map.of(FINDING, finding)
        : Map.of(FINDING, finding, PHRASE, verdict.phrase());
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
    refuseUnless(!it.contested(approver), "intake.same-person");
    refuseUnless(it.heldBy(proposal.proposedBy()), "intake.not-held");
    Verdict verdict =
        new Verdict(
            Finding.valueOf(proposal.fact(FINDING)),
            file.drafted(it, proposal.proposedBy()),
            proposal.facts().getOrDefault(PHRASE, ""));
    judgement.give(it, verdict, proposal.proposedBy(), approver);
  }
}

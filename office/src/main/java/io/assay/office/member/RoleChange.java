package io.assay.office.member;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Proposal;
import io.assay.office.approval.TwoPersonAction;
import io.assay.office.staff.Right;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import io.assay.office.staff.StaffService.Outcome;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives a member other roles; neither of the two people is that member. */
@Component
class RoleChange implements TwoPersonAction {
  static final String KIND = "staff.roles";
  static final String ROLES = "roles";

  private final StaffService staff;

  RoleChange(StaffService staff) {
    this.staff = staff;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Right proposes() {
    return Right.STAFF_WRITE;
  }

  @Override
  public Right approves() {
    return Right.STAFF_APPROVE;
  }

  @Override
  public void carryOut(Proposal proposal, String approver) {
    Outcome outcome = staff.setRoles(proposal.about(), roles(proposal.fact(ROLES)), approver);
    if (outcome instanceof Outcome.Refused refused) {
      throw new ActionRefusedException(refused.code());
    }
  }

  static Set<Role> roles(String text) {
    return Stream.of(text.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}

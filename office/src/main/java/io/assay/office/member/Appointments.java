package io.assay.office.member;

import io.assay.gateway.Duty;
import io.assay.office.OfficeConfig;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal;
import io.assay.office.staff.Member;
import io.assay.office.staff.Right;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.staff.StaffService;
import io.assay.office.staff.StaffService.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How members get and lose roles: one administrator proposes, another approves. Two exceptions keep
 * an office from locking itself out: while nobody can approve, the first security administrator may
 * be appointed by one person; and outside production, an administrator who is the only one that can
 * approve may act alone.
 */
@Duty("DS-7")
@Component
class Appointments {
  private final StaffService staff;
  private final Approvals approvals;
  private final OfficeConfig config;

  Appointments(StaffService staff, Approvals approvals, OfficeConfig config) {
    this.staff = staff;
    this.approvals = approvals;
    this.config = config;
  }

  /**
   * Gives the member the roles, or proposes to.
   *
   * @return whether it took effect at once
   * @throws ActionRefusedException when a rule forbids it
   */
  @Transactional
  public boolean change(String id, Set<Role> roles, String reason, SignedIn by) {
    staff
        .objection(id, roles, by.actor())
        .ifPresent(
            code -> {
              throw new ActionRefusedException(code);
            });
    Member member = staff.find(id).orElseThrow();
    if (member.roles().equals(roles)) {
      throw new ActionRefusedException("staff.roles.same");
    }
    if (alone(by) || founding(roles)) {
      return done(staff.setRoles(id, roles, by.actor()));
    }
    Map<String, String> facts =
        Map.of(
            "member",
            member.name(),
            "before",
            StaffService.text(member.roles()),
            RoleChange.ROLES,
            StaffService.text(roles));
    approvals.propose(new Wanted(RoleChange.KIND, id, facts, reason), by);
    return false;
  }

  /** Takes the member's second factor away, or proposes to; as {@link #change}. */
  @Transactional
  public boolean resetFactor(String id, String reason, SignedIn by) {
    Member member = staff.find(id).orElseThrow(() -> new ActionRefusedException("staff.unknown"));
    if (!member.secondFactor()) {
      throw new ActionRefusedException("staff.factor.none");
    }
    if (alone(by)) {
      return done(staff.resetFactor(id, by.actor()));
    }
    approvals.propose(
        new Wanted(FactorReset.KIND, id, Map.of("member", member.name()), reason), by);
    return false;
  }

  /** Whether this member acts alone here, because nobody else could approve. */
  boolean alone(SignedIn by) {
    return !config.production()
        && by.may(Right.STAFF_APPROVE)
        && approvers().allMatch(member -> member.id().equals(by.id()));
  }

  /** What was proposed of the member, the newest first. */
  List<Proposal> proposals(String member) {
    return Stream.of(RoleChange.KIND, FactorReset.KIND)
        .flatMap(kind -> approvals.about(kind, member).stream())
        .sorted((one, other) -> other.proposedAt().compareTo(one.proposedAt()))
        .toList();
  }

  private boolean founding(Set<Role> roles) {
    return roles.equals(Set.of(Role.SECURITY_ADMIN)) && approvers().findAny().isEmpty();
  }

  private Stream<Member> approvers() {
    return staff.all().stream()
        .filter(member -> !member.disabled() && member.signedIn().may(Right.STAFF_APPROVE));
  }

  private static boolean done(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      throw new ActionRefusedException(refused.code());
    }
    return true;
  }
}

package io.assay.office.member;

import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Proposal;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Member;
import io.assay.office.staff.Right;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.staff.StaffService;
import io.assay.office.staff.StaffService.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/staff")
@Allowed(Right.STAFF_READ)
class MemberApi {
  private static final int MOST = 200;

  private final StaffService staff;
  private final Appointments appointments;

  MemberApi(StaffService staff, Appointments appointments) {
    this.staff = staff;
    this.appointments = appointments;
  }

  record Wanted(String name) {}

  /** A new account without roles; the one-time password is not repeated. */
  record Made(String id, String oneTimePassword) {}

  record Roles(Set<Role> roles, String reason) {}

  record Reason(String reason) {}

  /** Whether the step took effect at once, and what was proposed of the member. */
  record Step(boolean effective, List<Proposal> proposals) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Member> staff, String next) {}

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    Slice<Member> slice = staff.list(after, Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @GetMapping("/{id}")
  Member show(@PathVariable String id) {
    return staff.find(id).orElseThrow(() -> new ActionRefusedException("staff.unknown"));
  }

  /** The permission matrix: who holds each right. */
  @GetMapping("/matrix")
  Map<Right, Set<Role>> matrix() {
    return Stream.of(Right.values())
        .collect(
            Collectors.toMap(
                right -> right,
                right ->
                    Stream.of(Role.values())
                        .filter(right::heldBy)
                        .collect(Collectors.toUnmodifiableSet()),
                (one, other) -> one,
                TreeMap::new));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.STAFF_WRITE)
  Made create(@AuthenticationPrincipal SignedIn by, @RequestBody Wanted wanted) {
    return switch (staff.create(wanted.name(), Set.of(), by.actor())) {
      case Outcome.Created created -> new Made(created.id(), created.oneTimePassword());
      case Outcome.Changed changed -> throw new IllegalStateException("not created");
      case Outcome.Refused refused -> throw new ActionRefusedException(refused.code());
    };
  }

  @PostMapping("/{id}/roles")
  @Allowed(Right.STAFF_WRITE)
  Step roles(
      @AuthenticationPrincipal SignedIn by, @PathVariable String id, @RequestBody Roles wanted) {
    boolean effective = appointments.change(id, wanted.roles(), wanted.reason(), by);
    return new Step(effective, appointments.proposals(id));
  }

  @PostMapping("/{id}/reset-factor")
  @Allowed(Right.STAFF_WRITE)
  Step resetFactor(
      @AuthenticationPrincipal SignedIn by, @PathVariable String id, @RequestBody Reason why) {
    boolean effective = appointments.resetFactor(id, why.reason(), by);
    return new Step(effective, appointments.proposals(id));
  }

  @PostMapping("/{id}/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allowed(Right.STAFF_WRITE)
  void disable(@AuthenticationPrincipal SignedIn by, @PathVariable String id) {
    expect(staff.setDisabled(id, true, by));
  }

  @PostMapping("/{id}/enable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allowed(Right.STAFF_WRITE)
  void enable(@AuthenticationPrincipal SignedIn by, @PathVariable String id) {
    expect(staff.setDisabled(id, false, by));
  }

  private static void expect(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      throw new ActionRefusedException(refused.code());
    }
  }
}

package io.assay.office.member;

import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Member;
import io.assay.office.staff.Right;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.staff.StaffService;
import io.assay.office.staff.StaffService.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The staff, each member's page, and what each role may do. */
@Controller
@Allowed(Right.STAFF_READ)
class MemberPage {
  private static final int PAGE = 50;

  private final StaffService staff;
  private final Appointments appointments;
  private final Clock clock;

  MemberPage(StaffService staff, Appointments appointments, Clock clock) {
    this.staff = staff;
    this.appointments = appointments;
    this.clock = clock;
  }

  @GetMapping("/staff")
  String list(@RequestParam(defaultValue = "") String after, Model model) {
    Slice<Member> slice = staff.list(after, PAGE);
    model.addAttribute("members", slice.rows());
    model.addAttribute("next", slice.next());
    model.addAttribute("now", clock.instant());
    return "member/list";
  }

  @GetMapping("/staff/matrix")
  String matrix(Model model) {
    model.addAttribute("rights", Right.values());
    model.addAttribute("roles", Role.values());
    return "member/matrix";
  }

  @GetMapping("/staff/new")
  @Allowed(Right.STAFF_WRITE)
  String form(@AuthenticationPrincipal SignedIn by, Model model) {
    model.addAttribute("roles", Role.values());
    model.addAttribute("alone", appointments.alone(by));
    return "member/new";
  }

  /** Answers with the member's page and not with a redirect: the password is shown this once. */
  @PostMapping("/staff")
  @Allowed(Right.STAFF_WRITE)
  String create(
      @AuthenticationPrincipal SignedIn by,
      @RequestParam String name,
      @RequestParam(required = false) @Nullable List<Role> role,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    return switch (staff.create(name, Set.of(), by.actor())) {
      case Outcome.Created created -> {
        model.addAttribute("created", created);
        yield appointed(created.id(), role, reason, by, response, model);
      }
      case Outcome.Changed changed -> throw new IllegalStateException("not created: " + name);
      case Outcome.Refused refused -> {
        refuse(refused.code(), response, model);
        yield form(by, model);
      }
    };
  }

  private String appointed(
      String id,
      @Nullable List<Role> role,
      String reason,
      SignedIn by,
      HttpServletResponse response,
      Model model) {
    if (role != null && !role.isEmpty()) {
      try {
        appointments.change(id, set(role), reason, by);
      } catch (ActionRefusedException refused) {
        refuse(refused.code(), response, model);
      }
    }
    return show(id, by, model);
  }

  @GetMapping("/staff/{id}")
  String show(@PathVariable String id, @AuthenticationPrincipal SignedIn by, Model model) {
    Member member =
        staff.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("member", member);
    model.addAttribute("self", by.id().equals(id));
    model.addAttribute("roles", Role.values());
    model.addAttribute("alone", appointments.alone(by));
    model.addAttribute("proposals", appointments.proposals(id));
    model.addAttribute("now", clock.instant());
    return "member/show";
  }

  @PostMapping("/staff/{id}/roles")
  @Allowed(Right.STAFF_WRITE)
  String setRoles(
      @AuthenticationPrincipal SignedIn by,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable List<Role> role,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    return proposed(() -> appointments.change(id, set(role), reason, by), id, by, response, model);
  }

  @PostMapping("/staff/{id}/reset-factor")
  @Allowed(Right.STAFF_WRITE)
  String resetFactor(
      @AuthenticationPrincipal SignedIn by,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    return proposed(() -> appointments.resetFactor(id, reason, by), id, by, response, model);
  }

  @PostMapping("/staff/{id}/disable")
  @Allowed(Right.STAFF_WRITE)
  String disable(
      @AuthenticationPrincipal SignedIn by,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return shown(staff.setDisabled(id, true, by), id, by, response, model);
  }

  @PostMapping("/staff/{id}/enable")
  @Allowed(Right.STAFF_WRITE)
  String enable(
      @AuthenticationPrincipal SignedIn by,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return shown(staff.setDisabled(id, false, by), id, by, response, model);
  }

  @PostMapping("/staff/{id}/reset-password")
  @Allowed(Right.STAFF_WRITE)
  String resetPassword(
      @AuthenticationPrincipal SignedIn by,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return shown(staff.resetPassword(id, by), id, by, response, model);
  }

  private String proposed(
      Supplier<Boolean> step, String id, SignedIn by, HttpServletResponse response, Model model) {
    try {
      return step.get() ? "redirect:/staff/" + id : "redirect:/approvals";
    } catch (ActionRefusedException refused) {
      refuse(refused.code(), response, model);
      return show(id, by, model);
    }
  }

  private String shown(
      Outcome outcome, String id, SignedIn by, HttpServletResponse response, Model model) {
    return switch (outcome) {
      case Outcome.Changed changed -> "redirect:/staff/" + id;
      case Outcome.Created created -> {
        model.addAttribute("created", created);
        yield show(id, by, model);
      }
      case Outcome.Refused refused -> {
        refuse(refused.code(), response, model);
        yield show(id, by, model);
      }
    };
  }

  private static void refuse(String code, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", code);
  }

  private static Set<Role> set(@Nullable List<Role> roles) {
    return roles == null || roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
  }
}

package io.assay.office.staff;

import io.assay.office.staff.StaffService.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The staff and what each may do. */
@Controller
@Allowed(Right.STAFF_READ)
class MemberPage {
  private final StaffService staff;

  MemberPage(StaffService staff) {
    this.staff = staff;
  }

  @GetMapping("/staff")
  String list(Model model) {
    model.addAttribute("members", staff.all());
    model.addAttribute("roles", Role.values());
    return "staff/list";
  }

  @PostMapping("/staff")
  @Allowed(Right.STAFF_WRITE)
  String create(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String name,
      @RequestParam(required = false) @Nullable List<Role> role,
      HttpServletResponse response,
      Model model) {
    return show(staff.create(name, set(role), member.actor()), response, model);
  }

  @PostMapping("/staff/{id}/roles")
  @Allowed(Right.STAFF_WRITE)
  String setRoles(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable List<Role> role,
      HttpServletResponse response,
      Model model) {
    return show(staff.setRoles(id, set(role), member), response, model);
  }

  @PostMapping("/staff/{id}/disable")
  @Allowed(Right.STAFF_WRITE)
  String disable(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return show(staff.setDisabled(id, true, member), response, model);
  }

  @PostMapping("/staff/{id}/enable")
  @Allowed(Right.STAFF_WRITE)
  String enable(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return show(staff.setDisabled(id, false, member), response, model);
  }

  @PostMapping("/staff/{id}/reset-password")
  @Allowed(Right.STAFF_WRITE)
  String resetPassword(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      HttpServletResponse response,
      Model model) {
    return show(staff.resetPassword(id, member), response, model);
  }

  private String show(Outcome outcome, HttpServletResponse response, Model model) {
    return switch (outcome) {
      case Outcome.Changed changed -> "redirect:/staff";
      case Outcome.Created created -> {
        model.addAttribute("created", created);
        yield list(model);
      }
      case Outcome.Refused refused -> {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("refusal", refused.code());
        yield list(model);
      }
    };
  }

  private static Set<Role> set(@Nullable List<Role> roles) {
    return roles == null || roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
  }
}

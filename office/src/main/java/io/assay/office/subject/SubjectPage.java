package io.assay.office.subject;

import io.assay.office.OfficeConfig;
import io.assay.office.Slice;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.tenant.Tenant;
import io.assay.office.tenant.TenantService;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
@Allowed(Right.ACCESS_READ)
class SubjectPage {
  private static final int PAGE = 50;

  private final TenantService tenants;
  private final SubjectService subjects;
  private final OfficeConfig config;

  SubjectPage(TenantService tenants, SubjectService subjects, OfficeConfig config) {
    this.tenants = tenants;
    this.subjects = subjects;
    this.config = config;
  }

  @GetMapping("/tenants/{tenant}/subjects")
  String list(
      @PathVariable String tenant, @RequestParam(defaultValue = "") String after, Model model) {
    Slice<Subject> slice = subjects.of(tenant, after, PAGE);
    model.addAttribute("tenant", tenantOf(tenant));
    model.addAttribute("subjects", slice.rows());
    model.addAttribute("next", slice.next());
    return "subject/list";
  }

  @PostMapping("/tenants/{tenant}/subjects")
  @Allowed(Right.ACCESS_WRITE)
  String register(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String tenant,
      @RequestParam String reference,
      HttpServletResponse response,
      Model model) {
    Optional<Subject> registered =
        subjects.register(tenantOf(tenant).id(), reference, member.actor());
    if (registered.isPresent()) {
      return "redirect:/subjects/" + registered.get().id();
    }
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", "subject.reference.refused");
    return list(tenant, "", model);
  }

  @GetMapping("/subjects/{id}")
  String show(@PathVariable String id, Model model) {
    Subject subject =
        subjects.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("subject", subject);
    model.addAttribute("tenant", tenantOf(subject.tenant()));
    model.addAttribute("ownUrl", config.address(subject.ownPath()));
    model.addAttribute("verifyUrl", config.address(subject.verificationPath()));
    return "subject/show";
  }

  /** Asks a verified subject to verify again. */
  @PostMapping("/subjects/{id}/re-verify")
  @Allowed(Right.ACCESS_WRITE)
  String reverify(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestParam String reason,
      HttpServletResponse response,
      Model model) {
    if (subjects.reverify(id, reason.strip(), member.actor()).isPresent()) {
      return "redirect:/subjects/" + id;
    }
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", "subject.not-verified");
    return show(id, model);
  }

  /** Gives the subject new addresses; the former ones lead nowhere any longer. */
  @PostMapping("/subjects/{id}/new-addresses")
  @Allowed(Right.ACCESS_WRITE)
  String renew(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    return subjects
        .renewAddresses(id, member.actor())
        .map(it -> "redirect:/subjects/" + it.id())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Tenant tenantOf(String id) {
    return tenants.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

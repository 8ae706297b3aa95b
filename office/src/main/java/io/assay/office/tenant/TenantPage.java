package io.assay.office.tenant;

import io.assay.office.Slice;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Allowed(Right.ACCESS_READ)
class TenantPage {
  private static final int PAGE = 50;

  private final TenantService tenants;

  TenantPage(TenantService tenants) {
    this.tenants = tenants;
  }

  @GetMapping("/tenants")
  String list(@RequestParam(defaultValue = "") String after, Model model) {
    Slice<Tenant> slice = tenants.list(after, PAGE);
    model.addAttribute("tenants", slice.rows());
    model.addAttribute("next", slice.next());
    return "tenant/list";
  }

  @PostMapping("/tenants")
  @Allowed(Right.ACCESS_WRITE)
  String create(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String name,
      HttpServletResponse response,
      Model model) {
    Optional<Tenant> created = tenants.create(name, member.actor());
    if (created.isPresent()) {
      return "redirect:/tenants/" + created.get().id() + "/subjects";
    }
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("refusal", "tenant.name.refused");
    return list("", model);
  }
}

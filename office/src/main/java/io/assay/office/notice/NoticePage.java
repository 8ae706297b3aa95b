package io.assay.office.notice;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.notice.Webhooks.Wish;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.tenant.TenantService;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was sent and what waits, and the programs that are told. */
@Controller
@Allowed({Right.SYSTEM_WRITE, Right.STAFF_READ})
class NoticePage {
  private static final int PAGE = 50;
  private static final int MOST_WEBHOOKS = 200;

  private final Notices notices;
  private final Webhooks webhooks;
  private final TenantService tenants;

  NoticePage(Notices notices, Webhooks webhooks, TenantService tenants) {
    this.notices = notices;
    this.webhooks = webhooks;
    this.tenants = tenants;
  }

  @GetMapping("/notices")
  String list(@RequestParam(defaultValue = "") String after, Model model) {
    Slice<Sending> slice = notices.list(Cursor.parse(after), PAGE);
    model.addAttribute("sendings", slice.rows());
    model.addAttribute("older", slice.next());
    model.addAttribute("webhooks", webhooks.list("", Optional.empty(), MOST_WEBHOOKS).rows());
    model.addAttribute("tenants", tenants.list("", MOST_WEBHOOKS).rows());
    return "notice/list";
  }

  /** Answers with the page itself: the secret is shown this once. */
  @PostMapping("/notices/webhooks")
  @Allowed(Right.SYSTEM_WRITE)
  String add(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String url,
      @RequestParam(defaultValue = "") String kinds,
      @RequestParam(defaultValue = "") String tenant,
      HttpServletResponse response,
      Model model) {
    try {
      Webhook added = webhooks.add(new Wish(tenant, url, kinds), member.actor());
      model.addAttribute("secret", webhooks.secret(added));
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
    }
    return list("", model);
  }

  /** As well; the former secret signs beside the new one for a day. */
  @PostMapping("/notices/webhooks/{id}/rotate")
  @Allowed(Right.SYSTEM_WRITE)
  String rotate(@AuthenticationPrincipal SignedIn member, @PathVariable String id, Model model) {
    model.addAttribute("secret", webhooks.secret(webhooks.rotate(id, member.actor())));
    return list("", model);
  }

  @PostMapping("/notices/webhooks/{id}/disable")
  @Allowed(Right.SYSTEM_WRITE)
  String disable(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    webhooks.disable(id, member.actor());
    return "redirect:/notices";
  }
}

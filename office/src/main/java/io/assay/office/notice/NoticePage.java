package io.assay.office.notice;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
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

  NoticePage(Notices notices, Webhooks webhooks) {
    this.notices = notices;
    this.webhooks = webhooks;
  }

  @GetMapping("/notices")
  String list(@RequestParam(defaultValue = "") String after, Model model) {
    Slice<Sending> slice = notices.list(Cursor.parse(after), PAGE);
    model.addAttribute("sendings", slice.rows());
    model.addAttribute("older", slice.next());
    model.addAttribute("webhooks", webhooks.list(Optional.empty(), MOST_WEBHOOKS).rows());
    return "notice/list";
  }

  /** Answers with the page itself: the secret is shown this once. */
  @PostMapping("/notices/webhooks")
  @Allowed(Right.SYSTEM_WRITE)
  String add(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String url,
      @RequestParam(defaultValue = "") String kinds,
      HttpServletResponse response,
      Model model) {
    try {
      Webhook added = webhooks.add(url, kinds, member.actor());
      String secret = Base64.getEncoder().encodeToString(webhooks.secret(added.id()));
      model.addAttribute("secret", Webhooks.SECRET_PREFIX + secret);
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
    }
    return list("", model);
  }

  @PostMapping("/notices/webhooks/{id}/disable")
  @Allowed(Right.SYSTEM_WRITE)
  String disable(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    webhooks.disable(id, member.actor());
    return "redirect:/notices";
  }
}

package io.assay.office.staff;

import io.assay.office.BearerSecret;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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

/** A member's own access tokens. */
@Controller
class TokenPage {
  private final AccessTokens tokens;
  private final Clock clock;

  TokenPage(AccessTokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @GetMapping("/account/tokens")
  String list(@AuthenticationPrincipal SignedIn member, Model model) {
    model.addAttribute("tokens", tokens.of(member));
    model.addAttribute("now", clock.instant());
    return "staff/tokens";
  }

  /** Answers with the page itself and not with a redirect: the secret is shown this once. */
  @PostMapping("/account/tokens")
  String issue(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String name,
      HttpServletResponse response,
      Model model) {
    Optional<BearerSecret> secret = tokens.issue(member, name);
    secret.ifPresent(issued -> model.addAttribute("secret", issued.text()));
    if (secret.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", "staff.token.name.refused");
    }
    return list(member, model);
  }

  @PostMapping("/account/tokens/{id}/revoke")
  String revoke(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    if (!tokens.revoke(member, id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/account/tokens";
  }
}

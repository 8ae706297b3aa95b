package io.assay.office.staff;

import io.assay.office.OfficeConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in, and a member's own password. */
@Controller
class AccountPage {
  private static final String WRONG = "staff.password.wrong";

  private final StaffService staff;
  private final SignIn signIn;
  private final Sessions sessions;
  private final OfficeConfig config;
  private final Clock clock;

  AccountPage(
      StaffService staff, SignIn signIn, Sessions sessions, OfficeConfig config, Clock clock) {
    this.staff = staff;
    this.signIn = signIn;
    this.sessions = sessions;
    this.config = config;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  String signIn(HttpServletRequest request, Model model) {
    model.addAttribute("notice", notice(request));
    model.addAttribute("oidc", config.staff().oidc());
    return "staff/sign-in";
  }

  @GetMapping(SessionStanding.CHANGE_PASSWORD)
  String password(@AuthenticationPrincipal SignedIn member, Model model) {
    model.addAttribute(
        "oneTime", staff.find(member.id()).map(Member::oneTimePassword).orElse(false));
    return "staff/password";
  }

  @PostMapping(SessionStanding.CHANGE_PASSWORD)
  String change(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String current,
      @RequestParam String next,
      @RequestParam String repeated,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Member before = staff.find(member.id()).orElseThrow();
    Optional<String> refusal =
        before.locked(clock.instant())
            ? Optional.of(WRONG)
            : next.equals(repeated)
                ? staff.changePassword(member, current, next)
                : Optional.of("staff.password.differ");
    if (refusal.filter(WRONG::equals).isPresent()) {
      signIn.lockAfterTooMany(before);
    }
    if (refusal.isPresent()) {
      model.addAttribute("refusal", refusal.get());
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return password(member, model);
    }
    Member changed = staff.find(member.id()).orElseThrow();
    sessions.enter(SignIn.authentication(changed), request, response);
    return "redirect:/";
  }

  private static String notice(HttpServletRequest request) {
    for (String notice : new String[] {"error", "ended", "signedOut", "refused", "unavailable"}) {
      if (request.getParameter(notice) != null) {
        return "staff.sign-in." + notice;
      }
    }
    return "";
  }
}

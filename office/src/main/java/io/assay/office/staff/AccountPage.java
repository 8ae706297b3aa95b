package io.assay.office.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in, and a member's own password. */
@Controller
class AccountPage {
  private final StaffService staff;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  AccountPage(StaffService staff) {
    this.staff = staff;
  }

  @GetMapping("/sign-in")
  String signIn(HttpServletRequest request, Model model) {
    model.addAttribute("notice", notice(request));
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
    Optional<String> refusal =
        next.equals(repeated)
            ? staff.changePassword(member, current, next)
            : Optional.of("staff.password.differ");
    if (refusal.isPresent()) {
      model.addAttribute("refusal", refusal.get());
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return password(member, model);
    }
    renew(member, request, response);
    return "redirect:/";
  }

  private void renew(SignedIn member, HttpServletRequest request, HttpServletResponse response) {
    Member changed = staff.find(member.id()).orElseThrow();
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(SignIn.authentication(changed));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }

  private static String notice(HttpServletRequest request) {
    for (String notice : new String[] {"error", "ended", "signedOut"}) {
      if (request.getParameter(notice) != null) {
        return "staff.sign-in." + notice;
      }
    }
    return "";
  }
}

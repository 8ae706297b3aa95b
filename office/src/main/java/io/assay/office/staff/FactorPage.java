package io.assay.office.staff;

import io.assay.office.OfficeConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second factor: passing it at sign-in, and binding an authenticator to one's account. */
@Controller
class FactorPage {
  private static final String OFFERED = "io.assay.office.staff.offered-secret";
  private static final String ISSUER = "Assay";

  private final StaffService staff;
  private final SecondFactor factor;
  private final SignIn signIn;
  private final Throttle throttle;
  private final Sessions sessions;
  private final OfficeConfig config;
  private final Clock clock;

  FactorPage(
      StaffService staff,
      SecondFactor factor,
      SignIn signIn,
      Throttle throttle,
      Sessions sessions,
      OfficeConfig config,
      Clock clock) {
    this.staff = staff;
    this.factor = factor;
    this.signIn = signIn;
    this.throttle = throttle;
    this.sessions = sessions;
    this.config = config;
    this.clock = clock;
  }

  @GetMapping(SessionStanding.PASS_FACTOR)
  String ask(@AuthenticationPrincipal(errorOnInvalidType = false) Object who) {
    return who instanceof Halfway ? "staff/second-factor" : "redirect:/";
  }

  @PostMapping(SessionStanding.PASS_FACTOR)
  String pass(
      @AuthenticationPrincipal(errorOnInvalidType = false) Object who,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!(who instanceof Halfway halfway)) {
      return "redirect:/";
    }
    Member member = staff.find(halfway.id()).orElseThrow();
    Optional<SecondFactor.Passed> passed =
        member.locked(clock.instant()) || throttle.holds(request.getRemoteAddr())
            ? Optional.empty()
            : factor.check(member.id(), code);
    if (passed.isEmpty()) {
      throttle.failed(request.getRemoteAddr());
      signIn.lockAfterTooMany(member);
      signIn.failed(member.id(), "wrong second factor");
      model.addAttribute("refusal", "staff.factor.wrong");
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return "staff/second-factor";
    }
    sessions.enter(signIn.admit(member, SecondFactor.name(passed.get())), request, response);
    return "redirect:/";
  }

  @GetMapping(SessionStanding.BIND_FACTOR)
  String show(@AuthenticationPrincipal SignedIn member, HttpServletRequest request, Model model) {
    Totp offered = offered(request.getSession());
    model.addAttribute("member", staff.find(member.id()).orElseThrow());
    model.addAttribute("codesLeft", factor.codesLeft(member.id()));
    model.addAttribute("required", config.production());
    model.addAttribute("secret", offered.secret().replaceAll("(.{4})", "$1 ").strip());
    model.addAttribute("qr", QrPath.of(offered.address(ISSUER, member.name())));
    return "staff/bind-factor";
  }

  /** Answers with the page itself and not with a redirect: the codes are shown this once. */
  @PostMapping(SessionStanding.BIND_FACTOR)
  String bind(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam String code,
      @RequestParam(defaultValue = "") String current,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Totp offered = offered(request.getSession());
    Member before = staff.find(member.id()).orElseThrow();
    boolean may = !before.secondFactor() || knows(before, current);
    Optional<List<String>> codes = may ? factor.bind(member.id(), offered, code) : Optional.empty();
    if (codes.isEmpty()) {
      model.addAttribute("refusal", "staff.factor.wrong");
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return show(member, request, model);
    }
    request.getSession().removeAttribute(OFFERED);
    Member bound = staff.find(member.id()).orElseThrow();
    sessions.enter(SignIn.authentication(bound), request, response);
    model.addAttribute("codes", codes.get());
    return "staff/recovery-codes";
  }

  /** Whether the member knows the factor in force; wrong answers lock the account in the end. */
  private boolean knows(Member member, String current) {
    if (member.locked(clock.instant())) {
      return false;
    }
    boolean known = factor.check(member.id(), current).isPresent();
    if (!known) {
      signIn.lockAfterTooMany(member);
    }
    return known;
  }

  private static Totp offered(HttpSession session) {
    if (session.getAttribute(OFFERED) instanceof String secret) {
      return Totp.of(secret);
    }
    Totp fresh = Totp.random();
    session.setAttribute(OFFERED, fresh.secret());
    return fresh;
  }
}

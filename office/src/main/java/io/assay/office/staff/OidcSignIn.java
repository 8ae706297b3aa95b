package io.assay.office.staff;

import io.assay.office.OfficeConfig;
import io.assay.office.oidc.OidcAnswer;
import io.assay.office.oidc.OidcDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Sign-in of members whom another provider knows; it makes no members. */
@Controller
class OidcSignIn {
  private static final String BEGIN = "/sign-in/oidc";
  private static final String RETURN = "/sign-in/oidc/return";

  private final OidcDoor door;
  private final MemberStore members;
  private final SignIn signIn;
  private final Throttle throttle;
  private final Sessions sessions;
  private final Clock clock;

  OidcSignIn(
      MemberStore members,
      SignIn signIn,
      Throttle throttle,
      Sessions sessions,
      OfficeConfig config,
      Clock clock) {
    this.door = new OidcDoor("staff", config.staff().oidc(), config.address(RETURN));
    this.members = members;
    this.signIn = signIn;
    this.throttle = throttle;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Opens the two addresses to everybody. */
  @Configuration(proxyBeanMethods = false)
  static class Door {
    @Bean
    OpenPaths oidcDoor() {
      return OpenPaths.of(BEGIN, RETURN);
    }
  }

  @GetMapping(BEGIN)
  String begin(HttpServletRequest request) {
    if (!door.offered()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:"
        + door.begin(request, "").map(Object::toString).orElse("/sign-in?unavailable");
  }

  @GetMapping(RETURN)
  String finish(HttpServletRequest request, HttpServletResponse response) {
    if (throttle.holds(request.getRemoteAddr())) {
      return refuse("too many failures from this address", request);
    }
    return switch (door.finish(request)) {
      case OidcAnswer.Vouched vouched -> enter(vouched.claim(), request, response);
      case OidcAnswer.Refused refused -> refuse("not vouched for", request);
      case OidcAnswer.Unavailable unavailable -> "redirect:/sign-in?unavailable";
    };
  }

  private String enter(String name, HttpServletRequest request, HttpServletResponse response) {
    Optional<Member> member =
        members
            .findByName(name)
            .filter(found -> !found.disabled() && !found.locked(clock.instant()));
    if (member.isEmpty()) {
      return refuse("no member of that claim", request);
    }
    boolean owes = member.get().secondFactor() && !door.config().secondFactor();
    sessions.enter(
        owes ? SignIn.halfway(member.get()) : signIn.admit(member.get(), "oidc"),
        request,
        response);
    return "redirect:/";
  }

  private String refuse(String reason, HttpServletRequest request) {
    throttle.failed(request.getRemoteAddr());
    signIn.failed("", reason);
    return "redirect:/sign-in?refused";
  }
}

package io.assay.office.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every request whether the member behind the session may still work: a changed password,
 * changed roles or a closed account end it at once, and a one-time password leads to nothing but
 * its change.
 */
final class SessionStanding extends OncePerRequestFilter {
  static final String CHANGE_PASSWORD = "/account/password";

  private final MemberStore store;

  SessionStanding(MemberStore store) {
    this.store = store;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Member> member =
        store
            .find(signedIn.id())
            .filter(found -> !found.disabled() && found.epoch() == signedIn.epoch());
    if (member.isEmpty()) {
      end(request);
      response.sendRedirect("/sign-in?ended");
    } else if (member.get().oneTimePassword() && !mayPass(request.getRequestURI())) {
      response.sendRedirect(CHANGE_PASSWORD);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean mayPass(String path) {
    return path.equals(CHANGE_PASSWORD)
        || path.equals("/sign-out")
        || path.startsWith("/assets/")
        || path.startsWith("/vendor/");
  }

  private static void end(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}

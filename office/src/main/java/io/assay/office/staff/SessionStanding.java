package io.assay.office.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every request whether the member behind the session may still work: a changed password,
 * changed roles or a closed account end it at once. A one-time password, a second factor that is
 * owed and, in production, one that is not bound yet lead to nothing but their own page.
 */
final class SessionStanding extends OncePerRequestFilter {
  static final String CHANGE_PASSWORD = "/account/password";
  static final String BIND_FACTOR = "/account/second-factor";
  static final String PASS_FACTOR = "/sign-in/second-factor";

  private final MemberStore store;
  private final StaffLimits limits;
  private final boolean factorForAll;

  SessionStanding(MemberStore store, StaffLimits limits, boolean factorForAll) {
    this.store = store;
    this.limits = limits;
    this.factorForAll = factorForAll;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    @Nullable Object principal = authentication == null ? null : authentication.getPrincipal();
    switch (principal) {
      case SignedIn member -> {
        lasts(request);
        Optional<Member> standing = standing(member.id(), member.epoch());
        go(standing, standing.map(this::owes).orElse(""), request, response, chain);
      }
      case Halfway member ->
          go(standing(member.id(), member.epoch()), PASS_FACTOR, request, response, chain);
      case null, default -> chain.doFilter(request, response);
    }
  }

  /** A session ends when nothing was asked for as long as the policy of now says. */
  private void lasts(HttpServletRequest request) {
    @Nullable HttpSession session = request.getSession(false);
    if (session != null) {
      session.setMaxInactiveInterval(Math.toIntExact(limits.idle().toSeconds()));
    }
  }

  private Optional<Member> standing(String id, long epoch) {
    return store.find(id).filter(found -> !found.disabled() && found.epoch() == epoch);
  }

  /** The page that the member has to see to first; empty when there is none. */
  private String owes(Member member) {
    if (member.oneTimePassword()) {
      return CHANGE_PASSWORD;
    }
    return factorForAll && !member.secondFactor() ? BIND_FACTOR : "";
  }

  private static void go(
      Optional<Member> member,
      String owed,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    if (member.isEmpty()) {
      end(request);
      response.sendRedirect("/sign-in?ended");
    } else if (owed.isEmpty() || mayPass(request.getRequestURI(), owed)) {
      chain.doFilter(request, response);
    } else {
      response.sendRedirect(owed);
    }
  }

  private static boolean mayPass(String path, String owed) {
    return path.equals(owed)
        || path.equals("/sign-out")
        || path.equals("/preferences")
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

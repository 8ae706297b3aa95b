package io.assay.office.staff;

import io.assay.office.BearerSecret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the access token of a request and puts its member into the security context. */
final class TokenFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST = 200;

  private final AccessTokens tokens;

  TokenFilter(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(SCHEME) && header.length() < LONGEST) {
      tokens
          .member(new BearerSecret(header.substring(SCHEME.length()).strip()))
          .ifPresent(TokenFilter::enter);
    }
    chain.doFilter(request, response);
  }

  private static void enter(Member member) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(SignIn.authentication(member));
    SecurityContextHolder.setContext(context);
  }
}

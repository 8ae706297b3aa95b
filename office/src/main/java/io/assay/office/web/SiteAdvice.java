package io.assay.office.web;

import io.assay.office.staff.SignedIn;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the {@link Site} its layout reads. */
@ControllerAdvice
class SiteAdvice {

  @ModelAttribute("site")
  Site site(HttpServletRequest request) {
    @Nullable SignedIn member = member(request);
    return new Site(
        Preferences.language(request),
        Preferences.theme(request),
        asked(request),
        back(request),
        member == null ? "" : member.name(),
        member == null ? Set.of() : member.roles());
  }

  private static @Nullable SignedIn member(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication session
            && session.getPrincipal() instanceof SignedIn member
        ? member
        : null;
  }

  private static String asked(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed.toString();
  }

  private static String back(HttpServletRequest request) {
    @Nullable String query = request.getQueryString();
    boolean plain = query == null || !"GET".equals(request.getMethod());
    return plain ? asked(request) : asked(request) + "?" + query;
  }
}

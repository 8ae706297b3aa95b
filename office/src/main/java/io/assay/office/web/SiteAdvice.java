package io.assay.office.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the {@link Site} its layout reads. */
@ControllerAdvice
class SiteAdvice {

  @ModelAttribute("site")
  Site site(HttpServletRequest request) {
    Principal staff = request.getUserPrincipal();
    return new Site(
        Preferences.language(request),
        Preferences.theme(request),
        asked(request),
        back(request),
        staff == null ? "" : staff.getName());
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

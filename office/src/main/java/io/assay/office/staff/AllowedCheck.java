package io.assay.office.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link Allowed}; a method's own declaration goes before that of its class. */
final class AllowedCheck implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Allowed allowed = declared(method);
      if (allowed != null && !permitted(allowed)) {
        throw new AccessDeniedException(
            "needs one of the rights of " + method.getShortLogMessage());
      }
    }
    return true;
  }

  static @Nullable Allowed declared(HandlerMethod method) {
    Allowed own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allowed.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
  }

  private static boolean permitted(Allowed allowed) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof SignedIn member
        && member.may(allowed.value());
  }
}

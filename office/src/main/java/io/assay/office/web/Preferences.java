package io.assay.office.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The language and theme a reader chose, kept in two cookies and nowhere else. */
final class Preferences {
  static final String LANGUAGE_COOKIE = "assay_lang";
  static final String THEME_COOKIE = "assay_theme";
  private static final Duration KEPT = Duration.ofDays(365);

  private Preferences() {}

  static Language language(HttpServletRequest request) {
    return cookie(request, LANGUAGE_COOKIE)
        .flatMap(Language::named)
        .orElseGet(() -> asked(request));
  }

  static Theme theme(HttpServletRequest request) {
    return cookie(request, THEME_COOKIE).flatMap(Theme::named).orElse(Theme.AUTO);
  }

  static String kept(String name, String value) {
    return ResponseCookie.from(name, value)
        .path("/")
        .maxAge(KEPT)
        .httpOnly(true)
        .sameSite("Lax")
        .build()
        .toString();
  }

  private static Language asked(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Language.EN;
    }
    Iterable<Locale> wishes = Collections.list(request.getLocales());
    return Language.preferred(wishes);
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
  }
}

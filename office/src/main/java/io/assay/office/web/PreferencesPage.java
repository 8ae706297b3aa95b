package io.assay.office.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the reader's language or theme and returns to the page they came from. */
@Controller
class PreferencesPage {

  @GetMapping("/preferences")
  ResponseEntity<Void> choose(
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(defaultValue = "") String theme,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    Language.named(lang).ifPresent(it -> keep(response, Preferences.LANGUAGE_COOKIE, it.code()));
    Theme.named(theme).ifPresent(it -> keep(response, Preferences.THEME_COOKIE, it.code()));
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(ownPage(back)).build();
  }

  private static void keep(HttpServletResponse response, String name, String value) {
    response.addHeader(HttpHeaders.SET_COOKIE, Preferences.kept(name, value));
  }

  /** The page to return to, which is never a page of another site. */
  static URI ownPage(String back) {
    try {
      URI page = URI.create(back);
      boolean own = back.startsWith("/") && !back.startsWith("//") && page.getHost() == null;
      return own ? page : URI.create("/");
    } catch (IllegalArgumentException malformed) {
      return URI.create("/");
    }
  }
}

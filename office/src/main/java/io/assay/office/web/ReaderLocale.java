package io.assay.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** Resolves the reader's locale from the language cookie, else from Accept-Language. */
final class ReaderLocale implements LocaleResolver {

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return Preferences.language(request).locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("the language is chosen at /preferences");
  }
}

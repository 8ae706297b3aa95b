package io.assay.office.web;

import java.util.Locale;
import java.util.Optional;

/** A language the pages are written in. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** The code that cookies, links and the {@code lang} attribute carry. */
  public String code() {
    return locale.getLanguage();
  }

  static Optional<Language> named(String code) {
    for (Language language : values()) {
      if (language.code().equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** Chinese for a reader whose first known preference is Chinese, else English. */
  static Language preferred(Iterable<Locale> wishes) {
    for (Locale wish : wishes) {
      Optional<Language> known = named(wish.getLanguage());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return EN;
  }
}

package io.assay.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PreferencesPageTest {

  @Test
  void returnsToTheOfficesOwnPage() {
    assertThat(PreferencesPage.ownPage("/exchanges?outcome=FAILED"))
        .hasToString("/exchanges?outcome=FAILED");
  }

  @Test
  void returnsHome_whenThePageIsAnothers() {
    for (String foreign :
        List.of("https://example.org/", "//example.org", "/\\example.org", "javascript:x", "a b")) {
      assertThat(PreferencesPage.ownPage(foreign)).as(foreign).hasToString("/");
    }
  }

  @Test
  void speaksTheFirstLanguageItKnows_elseEnglish() {
    assertThat(Language.preferred(List.of(Locale.FRENCH, Locale.TAIWAN))).isEqualTo(Language.ZH);
    assertThat(Language.preferred(List.of(Locale.US, Locale.CHINA))).isEqualTo(Language.EN);
    assertThat(Language.preferred(List.of(Locale.FRENCH))).isEqualTo(Language.EN);
  }
}

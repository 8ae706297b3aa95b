package io.assay.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeApplication;
import io.assay.office.OfficeConfig;
import io.assay.office.staff.Role;
import io.assay.office.web.Place.Section;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class PlaceTest {

  @Test
  void everyPlaceAndSectionHasAName_inBothLanguages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    Object bundles =
        OfficeApplication.settings(OfficeConfig.defaults()).get("spring.messages.basename");
    messages.setBasenames(String.valueOf(bundles).split(",", -1));
    for (Locale locale : Set.of(Locale.ENGLISH, Locale.CHINESE)) {
      for (Place place : Place.values()) {
        assertThat(messages.getMessage(place.word(), null, locale)).isNotBlank();
      }
      for (Section section : Section.values()) {
        assertThat(messages.getMessage(section.word(), null, locale)).isNotBlank();
      }
    }
  }

  @Test
  void theNavigationOffersOnlyWhatTheMemberMayOpen() {
    assertThat(places(Role.SYSTEM_ADMIN)).contains("/staff").doesNotContain("/exchanges");
    assertThat(places(Role.REVIEWER)).contains("/exchanges").doesNotContain("/staff", "/tenants");
  }

  private static Set<String> places(Role role) {
    Site site = new Site(Language.EN, Theme.AUTO, "/overview", "/", "one", Set.of(role));
    return site.navigation().stream()
        .flatMap(block -> block.links().stream())
        .map(link -> link.place().path())
        .collect(Collectors.toSet());
  }
}

package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Looks at every page in a real browser and keeps a picture of it. */
class PagesIT {
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("home", "/"),
          Map.entry("sign-in", "/sign-in"),
          Map.entry("sign-in-failed", "/sign-in?error"),
          Map.entry("overview", "/overview"),
          Map.entry("overview-gaps", "/overview?gaps=3"),
          Map.entry("overview-empty", "/overview?empty=true"),
          Map.entry("exchanges", "/exchanges"),
          Map.entry("exchanges-empty", "/exchanges?outcome=FAILED"),
          Map.entry("exchange-delivered", "/exchanges/ex_01kajq8998m8w2"),
          Map.entry("exchange-blocked", "/exchanges/ex_01kajq8991m8w2"),
          Map.entry("exchange-refused", "/exchanges/ex_01kajq8967m8w2"),
          Map.entry("exchange-gap", "/exchanges/ex_01kajq8959m8w2"),
          Map.entry("exchange-open", "/exchanges/ex_01kajq9000m8w2"),
          Map.entry("verify", "/verify"),
          Map.entry("verify-intact", "/verify?verdict=INTACT"),
          Map.entry("verify-stripped", "/verify?verdict=STRIPPED"),
          Map.entry("verify-forged", "/verify?verdict=FORGED"),
          Map.entry("verify-unlabelled", "/verify?verdict=UNLABELLED"),
          Map.entry("error-403", "/forbidden"),
          Map.entry("error-404", "/no-such-page"),
          Map.entry("error-500", "/failing"));

  private static ConfigurableApplicationContext office;
  private static Browser browser;

  @BeforeAll
  static void start() {
    office = PreviewApplication.start(0);
    String port = office.getEnvironment().getRequiredProperty("local.server.port");
    browser = new Browser("http://localhost:" + port);
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  @Test
  void everyPageIsSound_inEveryLook() {
    Gallery gallery = new Gallery(browser);
    PAGES.forEach(gallery::view);
    assertThat(gallery.faults()).isEmpty();
  }
}

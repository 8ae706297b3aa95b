package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Looks at every page in a real browser and keeps a picture of it. */
class PagesIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final List<Page> PAGES =
      List.of(
          new Page("home", "/"),
          new Page("sign-in", "/sign-in"),
          new Page("sign-in-failed", "/sign-in?error"),
          new Page("overview", "/overview"),
          new Page("overview-gaps", "/overview?gaps=3"),
          new Page("overview-empty", "/overview?empty=true"),
          new Page("exchanges", "/exchanges"),
          new Page("exchanges-empty", "/exchanges?empty=true"),
          new Page("exchange-delivered", "/exchanges/ex_01kajq8998m8w2"),
          new Page("exchange-blocked", "/exchanges/ex_01kajq8991m8w2"),
          new Page("exchange-refused", "/exchanges/ex_01kajq8967m8w2"),
          new Page("exchange-gap", "/exchanges/ex_01kajq8959m8w2"),
          new Page("exchange-open", "/exchanges/ex_01kajq9000m8w2"),
          new Page("verify", "/verify"),
          new Page("verify-intact", "/verify?verdict=INTACT"),
          new Page("verify-stripped", "/verify?verdict=STRIPPED"),
          new Page("verify-forged", "/verify?verdict=FORGED"),
          new Page("verify-unlabelled", "/verify?verdict=UNLABELLED"),
          new Page("error-403", "/forbidden"),
          new Page("error-404", "/no-such-page"),
          new Page("error-500", "/failing"));

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
  void everyPageFitsEveryScreen_inBothLanguagesAndThemes() {
    List<String> faults = new ArrayList<>();
    for (Page page : PAGES) {
      for (Look look : looks()) {
        browser.open(page.path(), look.language(), look.theme(), look.width());
        String name =
            "%s-%s-%s-%d".formatted(page.name(), look.language(), look.theme(), look.width());
        browser.shoot(SHOTS.resolve(name + ".png"));
        faults.addAll(faults(name, look.width()));
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> faults(String name, int width) {
    List<String> faults = new ArrayList<>();
    long needed = (Long) browser.run("return document.documentElement.scrollWidth");
    if (needed > width) {
      faults.add(name + " needs " + needed + " px of width");
    }
    if (browser.run("return document.body.innerText").toString().contains("??")) {
      faults.add(name + " shows a message key");
    }
    browser.complaints().stream()
        .filter(it -> !it.contains("the server responded with a status of"))
        .map(it -> name + ": " + it)
        .forEach(faults::add);
    return faults;
  }

  /** Two opposite corners of the eight ways to see a page, or with the property all of them. */
  private static List<Look> looks() {
    List<Look> looks = new ArrayList<>();
    if (!Boolean.getBoolean("assay.everyLook")) {
      return List.of(new Look("zh", "light", 1280), new Look("en", "dark", 390));
    }
    for (String language : List.of("zh", "en")) {
      for (String theme : List.of("light", "dark")) {
        looks.add(new Look(language, theme, 1280));
        looks.add(new Look(language, theme, 390));
      }
    }
    return looks;
  }

  record Page(String name, String path) {}

  record Look(String language, String theme, int width) {}
}

package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** Uses the real office through a real browser, from the first sign-in on. */
class OfficeIT {
  private static final Look LOOK = new Look("en", "light", 1280);
  private static final String OWN = "a password of my own";

  private static TestOffice office;
  private static Browser browser;
  private static Gallery gallery;

  @BeforeAll
  static void signIn() {
    office = TestOffice.start();
    String port = office.bean(Environment.class).getRequiredProperty("local.server.port");
    browser = new Browser("http://localhost:" + port);
    gallery = new Gallery(browser);
    browser.open("/overview", LOOK);
    assertThat(browser.place()).isEqualTo("/sign-in");
    browser.type("username", office.firstRun().adminUser());
    browser.type("password", office.firstRun().adminPassword());
    browser.press("main button");
    assertThat(browser.place()).isEqualTo("/account/password");
    browser.type("current", office.firstRun().adminPassword());
    browser.type("next", OWN);
    browser.type("repeated", OWN);
    browser.press("main button");
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  @Test
  void leadsFromATenantToASubjectsKey() {
    browser.open("/tenants", LOOK);
    browser.type("name", "Studio");
    browser.press("main button");
    browser.type("reference", "author-7");
    browser.press("main button");
    String subject = browser.place();
    browser.open(subject + "/keys", LOOK);
    browser.type("name", "laptop");
    browser.press("main button");
    assertThat(browser.text("#secret")).isNotBlank();

    browser.open(subject, LOOK);
    String verify = browser.text("dd a.mono").replaceFirst("^https?://[^/]+", "");
    gallery.view("tenants", "/tenants");
    gallery.view("subject", subject);
    gallery.view("keys", subject + "/keys");
    gallery.view("identities", subject + "/identity");
    gallery.view("verify-identity", verify);
    gallery.view("password", "/account/password");
    gallery.view("not-found", "/no-such-page");
    assertThat(gallery.faults()).isEmpty();
  }
}

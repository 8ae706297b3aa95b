package io.assay.office.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInIT {
  private static final String OWN = "a password of my own";
  private static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    Browser browser = office.browser();
    assertThat(location(browser.signIn("admin", office.firstRun().adminPassword()))).endsWith("/");
    assertThat(location(browser.get("/tenants"))).isEqualTo("/account/password");
    assertThat(location(browser.changePassword(office.firstRun().adminPassword(), OWN)))
        .endsWith("/");
    assertThat(browser.get("/tenants").statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void sendsVisitorsToTheDoor() {
    HttpResponse<String> answer = office.browser().get("/tenants");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).endsWith("/sign-in");
  }

  @Test
  void refusesTheUsedOneTimePassword() {
    assertThat(location(office.browser().signIn("admin", office.firstRun().adminPassword())))
        .endsWith("/sign-in?error");
    assertThat(office.actTypes()).contains("staff.sign_in_failed");
  }

  @Test
  void changesTheSession_whenSigningIn() {
    Browser browser = office.browser();
    String before = cookie(browser.get("/sign-in"));
    String after = cookie(browser.signIn("admin", OWN));
    assertThat(after).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void refusesAFormWithoutItsToken() {
    Browser browser = office.browser();
    browser.signIn("admin", OWN);
    assertThat(browser.post("/tenants", Map.of("name", "forged")).statusCode()).isEqualTo(403);
  }

  @Test
  void endsTheSession_whenSigningOut() {
    Browser browser = office.browser();
    browser.signIn("admin", OWN);
    assertThat(location(browser.submit("/tenants", "/sign-out", Map.of())))
        .endsWith("/sign-in?signedOut");
    assertThat(location(browser.get("/tenants"))).endsWith("/sign-in");
  }

  @Test
  void tellsTheBrowserWhatToRefuse() {
    HttpResponse<String> answer = office.browser().get("/sign-in");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(answer.body())
        .contains("<form")
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern("<style|\\s(style|on[a-z]+)=");
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElse("");
  }
}

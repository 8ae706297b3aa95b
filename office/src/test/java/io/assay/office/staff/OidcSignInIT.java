package io.assay.office.staff;

import static io.assay.office.staff.Role.SECURITY_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.OfficeConfig.StaffPolicy;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.oidc.FakeOidcProvider;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OidcSignInIT {
  private static FakeOidcProvider provider;
  private static TestOffice office;
  private Browser browser;

  @BeforeAll
  static void start() {
    provider = new FakeOidcProvider();
    StaffPolicy policy =
        new StaffPolicy(null, null, null, null, null, null, provider.config("preferred_username"));
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, policy, null, null, null, null, null),
            Clock.systemUTC());
    office.browserOf("mei.lin", SECURITY_ADMIN);
  }

  @AfterAll
  static void stop() {
    office.close();
    provider.close();
  }

  @BeforeEach
  void open() {
    browser = office.browser();
    provider.vouchesFor(Map.of("preferred_username", "mei.lin"));
  }

  @Test
  void letsAMemberIn_forWhomTheProviderVouches() {
    assertThat(browser.get("/sign-in").body()).contains("/sign-in/oidc", "the provider");
    assertThat(come()).isEqualTo("/");
    assertThat(browser.get("/tenants").statusCode()).isEqualTo(200);
    assertThat(office.acts())
        .anyMatch(
            act -> act.type().equals("staff.signed_in") && "oidc".equals(act.facts().get("by")));
  }

  @Test
  void makesNoMembers() {
    provider.vouchesFor(Map.of("preferred_username", "nobody.here"));
    assertThat(come()).isEqualTo("/sign-in?refused");
    provider.vouchesFor(Map.of());
    assertThat(come()).isEqualTo("/sign-in?refused");
    assertThat(browser.get("/tenants").statusCode()).isEqualTo(302);
  }

  @Test
  void refusesTokensThatAreForged_orOfAnotherVisit() {
    provider.signsWithAnotherKey();
    assertThat(come()).isEqualTo("/sign-in?refused");
    provider.vouchesFor(Map.of("preferred_username", "mei.lin"));
    provider.forgetsTheNonce();
    assertThat(come()).isEqualTo("/sign-in?refused");
    provider.vouchesFor(Map.of("preferred_username", "mei.lin"));
    provider.refuses();
    assertThat(come()).isEqualTo("/sign-in?refused");
    assertThat(browser.get("/tenants").statusCode()).isEqualTo(302);
  }

  @Test
  void refusesAnAnswerThatThisSessionDidNotAskFor() {
    URI back = FakeOidcProvider.visit(browser, begin(browser));
    String query = "/sign-in/oidc/return?" + back.getRawQuery();
    assertThat(SignInIT.location(office.browser().get(query))).isEqualTo("/sign-in?refused");
    assertThat(SignInIT.location(browser.get(query.replaceAll("state=[^&]+", "state=other"))))
        .isEqualTo("/sign-in?refused");
    assertThat(SignInIT.location(browser.get(query))).isEqualTo("/sign-in?refused");
  }

  @Test
  void givesTheSessionANewName() {
    String location = begin(browser);
    String before = session(browser);
    URI back = FakeOidcProvider.visit(browser, location);
    browser.get("/sign-in/oidc/return?" + back.getRawQuery());
    assertThat(session(browser)).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void refusesAClosedAccount() {
    StaffService staff = office.bean(StaffService.class);
    staff.create("gone", Set.of(), "system");
    Member gone =
        staff.all().stream().filter(it -> it.name().equals("gone")).findFirst().orElseThrow();
    staff.setDisabled(gone.id(), true, new SignedIn("stf_x", "x", Set.of(), 1));
    provider.vouchesFor(Map.of("preferred_username", "gone"));
    assertThat(come()).isEqualTo("/sign-in?refused");
  }

  private String come() {
    URI back = FakeOidcProvider.visit(browser, begin(browser));
    assertThat(back.getPath()).isEqualTo("/sign-in/oidc/return");
    return SignInIT.location(browser.get("/sign-in/oidc/return?" + back.getRawQuery()));
  }

  private static String begin(Browser browser) {
    return SignInIT.location(browser.get("/sign-in/oidc"));
  }

  private static String session(Browser browser) {
    return browser.cookie("assay_office");
  }
}

package io.assay.office.staff;

import static io.assay.office.staff.Role.SECURITY_ADMIN;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static io.assay.office.staff.SignInIT.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.SmsConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecondFactorIT {
  private static final String PAGE = "/account/second-factor";
  private static final String DOOR = "/sign-in/second-factor";
  private static final TestClock CLOCK = new TestClock("2026-11-21T10:00:00Z");
  private static TestOffice office;
  private static TestOffice production;

  /** An authenticator in somebody's pocket, and the codes that came with it. */
  private record Pocket(Totp totp, List<String> codes) {
    String now() {
      return totp.password(Totp.step(CLOCK.instant()));
    }
  }

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    SmsConfig none = new SmsConfig(SmsConfig.Kind.NONE, null, null, null, null, null);
    production =
        TestOffice.start(
            new OfficeConfig(
                OfficeConfig.Mode.PRODUCTION, null, null, null, null, none, null, null, null),
            CLOCK);
  }

  @AfterAll
  static void stop() {
    office.close();
    production.close();
  }

  @Test
  void asksForIt_andOpensNothingBefore() {
    Pocket pocket = bind(office.browserOf("asked", SECURITY_ADMIN));
    CLOCK.advance(Duration.ofSeconds(30));
    Browser browser = office.browser();
    assertThat(location(browser.signIn("asked", TestOffice.PASSWORD))).isEqualTo("/");
    for (String page : List.of("/", "/tenants", "/approvals", "/account/tokens", PAGE)) {
      assertThat(location(browser.get(page))).as(page).isEqualTo(DOOR);
    }
    assertThat(browser.get(DOOR).body()).doesNotContain("/overview");
    assertThat(location(browser.submit(DOOR, DOOR, Map.of("code", pocket.now())))).isEqualTo("/");
    assertThat(browser.get("/tenants").statusCode()).isEqualTo(200);
    assertThat(office.acts()).anyMatch(it -> "one_time_password".equals(it.facts().get("by")));
  }

  @Test
  void takesAPasswordOnce_alsoInAnotherSession() {
    Pocket pocket = bind(office.browserOf("once", SECURITY_ADMIN));
    CLOCK.advance(Duration.ofSeconds(30));
    assertThat(pass("once", pocket.now())).isEqualTo("/");
    assertThat(pass("once", pocket.now())).isEmpty();
  }

  @Test
  void takesEachRecoveryCodeOnce() {
    Pocket pocket = bind(office.browserOf("lost", SECURITY_ADMIN));
    assertThat(pocket.codes()).hasSize(10).doesNotHaveDuplicates();
    assertThat(pass("lost", pocket.codes().getFirst())).isEqualTo("/");
    assertThat(pass("lost", pocket.codes().getFirst())).isEmpty();
    assertThat(pass("lost", pocket.codes().getLast())).isEqualTo("/");
  }

  @Test
  void locksTheAccount_afterTooManyWrongCodes() {
    Pocket pocket = bind(office.browserOf("guessed", SECURITY_ADMIN));
    CLOCK.advance(Duration.ofSeconds(30));
    for (int i = 0; i < 5; i++) {
      assertThat(pass("guessed", "000000")).isEmpty();
    }
    assertThat(location(office.browser().signIn("guessed", TestOffice.PASSWORD)))
        .isEqualTo("/sign-in?error");
    CLOCK.advance(Duration.ofMinutes(16));
    assertThat(pass("guessed", pocket.now())).isEqualTo("/");
  }

  @Test
  void givesTheSessionANewName_atBothSteps() {
    Pocket pocket = bind(office.browserOf("fixed", SECURITY_ADMIN));
    CLOCK.advance(Duration.ofSeconds(30));
    Browser browser = office.browser();
    browser.get("/sign-in");
    String planted = browser.cookie("assay_office");
    browser.signIn("fixed", TestOffice.PASSWORD);
    String halfway = browser.cookie("assay_office");
    browser.submit(DOOR, DOOR, Map.of("code", pocket.now()));
    String inside = browser.cookie("assay_office");
    assertThat(List.of(planted, halfway, inside)).doesNotHaveDuplicates().doesNotContain("");
    for (String old : List.of(planted, halfway)) {
      assertThat(location(office.browser().get("/tenants", "Cookie", "assay_office=" + old)))
          .isEqualTo("/sign-in");
    }
  }

  @Test
  void refusesAWrongFirstPassword_andAsksForTheOldFactorBeforeTheNew() {
    Browser browser = office.browserOf("careful", SECURITY_ADMIN);
    assertThat(browser.submit(PAGE, PAGE, Map.of("code", "000000")).statusCode()).isEqualTo(422);
    Pocket first = bind(browser);
    CLOCK.advance(Duration.ofSeconds(30));
    Totp offered = offered(browser);
    String code = offered.password(Totp.step(CLOCK.instant()));
    assertThat(browser.submit(PAGE, PAGE, Map.of("code", code)).statusCode()).isEqualTo(422);
    assertThat(
            browser.submit(PAGE, PAGE, Map.of("code", code, "current", first.now())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void isTakenFromWhoeverLostIt_byTwoPeople_whenAProgramAsks() {
    bind(office.browserOf("bereft", SECURITY_ADMIN));
    Browser root = office.browserOf("taking", SYSTEM_ADMIN);
    String id =
        office.bean(StaffService.class).all().stream()
            .filter(it -> it.name().equals("bereft"))
            .findFirst()
            .orElseThrow()
            .id();
    String reason = "{\"reason\":\"the telephone is lost\"}";
    assertThat(
            root.call("POST", "/api/v1/staff/" + id + "/reset-factor", root.token(), reason).body())
        .contains("\"effective\":false", "the telephone is lost");
  }

  @Test
  void keepsTheSecretSealed() {
    Pocket pocket = bind(office.browserOf("sealed", SECURITY_ADMIN));
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select string_agg(m::text, ' ') from staff.member m")
                .query(String.class)
                .single())
        .doesNotContain(pocket.totp().secret());
    assertThat(office.acts().toString())
        .doesNotContain(pocket.totp().secret())
        .doesNotContain(pocket.codes().getFirst());
  }

  @Test
  void isRequiredOfAll_inProduction() {
    Browser browser = production.browser();
    StaffService staff = production.bean(StaffService.class);
    var created = (StaffService.Outcome.Created) staff.create("strict", Set.of(), "system");
    browser.signIn("strict", created.oneTimePassword());
    browser.changePassword(created.oneTimePassword(), TestOffice.PASSWORD);
    assertThat(location(browser.get("/overview"))).isEqualTo(PAGE);
    assertThat(location(browser.get("/account/tokens"))).isEqualTo(PAGE);
    bind(browser);
    assertThat(browser.get("/overview").statusCode()).isEqualTo(200);
  }

  @Test
  void holdsAnAddress_thatFailsTooOften() {
    TestClock clock = new TestClock("2026-11-21T10:00:00Z");
    try (TestOffice guarded = TestOffice.start(OfficeConfig.defaults(), clock)) {
      for (int i = 0; i < 20; i++) {
        guarded.browser().signIn("name-" + i, "a wrong password");
      }
      String password = guarded.firstRun().adminPassword();
      assertThat(location(guarded.browser().signIn("admin", password))).isEqualTo("/sign-in?error");
      assertThat(guarded.acts().getLast().facts())
          .containsEntry("reason", "too many failures from this address");
      clock.advance(Duration.ofMinutes(16));
      assertThat(location(guarded.browser().signIn("admin", password))).isEqualTo("/");
    }
  }

  /** Where the second step leads; empty when it is refused. */
  private static String pass(String name, String code) {
    Browser browser = office.browser();
    browser.signIn(name, TestOffice.PASSWORD);
    return location(browser.submit(DOOR, DOOR, Map.of("code", code)));
  }

  private static Pocket bind(Browser browser) {
    Totp offered = offered(browser);
    String code = offered.password(Totp.step(CLOCK.instant()));
    String page = browser.submit(PAGE, PAGE, Map.of("code", code)).body();
    List<String> codes =
        Pattern.compile("user-select-all\">([A-Za-z0-9_-]{12})<")
            .matcher(page)
            .results()
            .map((MatchResult it) -> it.group(1))
            .toList();
    return new Pocket(offered, codes);
  }

  private static Totp offered(Browser browser) {
    Matcher secret =
        Pattern.compile("text-break\">([A-Z2-7 ]{39})<").matcher(browser.get(PAGE).body());
    assertThat(secret.find()).isTrue();
    return Totp.of(secret.group(1).replace(" ", ""));
  }
}

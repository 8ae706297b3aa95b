package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.deadline.Deadlines;
import io.assay.office.deadline.Deadlines.Task;
import io.assay.office.staff.Right;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import io.assay.office.staff.StaffService.Outcome;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** Uses the clocks and the public's doors through a real browser. */
class CasesIT {
  private static final Look LOOK = new Look("en", "light", 1280);
  private static final String OWN = "a password of my own";
  private static final TestClock CLOCK = new TestClock("2026-09-18T07:00:00Z");

  private static TestOffice office;
  private static Browser browser;
  private static Gallery gallery;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    String port = office.bean(Environment.class).getRequiredProperty("local.server.port");
    browser = new Browser("http://localhost:" + port);
    gallery = new Gallery(browser);
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  private static void signIn(String name, Role... roles) {
    String once =
        ((Outcome.Created) office.bean(StaffService.class).create(name, Set.of(roles), "system"))
            .oneTimePassword();
    browser.open("/sign-in", LOOK);
    browser.type("username", name);
    browser.type("password", once);
    browser.press("main button");
    browser.type("current", once);
    browser.type("next", OWN);
    browser.type("repeated", OWN);
    browser.press("main button");
  }

  @Test
  void showsTheMonthAndTheLimits() {
    begin("intake.appeal-decide", "case_example-1", Duration.ZERO);
    begin("filing.first", "service_example", Duration.ofDays(1));
    begin("authority.report", "dsp_example", Duration.ofHours(2));
    begin("authority.report-severe", "dsp_other", Duration.ofHours(-3));
    signIn("li.na", Role.SYSTEM_ADMIN, Role.COMPLIANCE_OFFICER);
    gallery.view("deadlines", "/deadlines");
    gallery.view("deadlines-february", "/deadlines?month=2026-02");
    gallery.view("deadlines-unpublished", "/deadlines?month=2027-01");
    gallery.view("limits", "/limits");
    gallery.view("calendars", "/calendars");
    gallery.view("notices", "/notices");
    assertThat(gallery.faults()).isEmpty();
  }

  private static void begin(String rule, String about, Duration later) {
    office
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                office
                    .bean(Deadlines.class)
                    .start(
                        new Task(rule, about, "/deadlines", Right.CASE_READ),
                        CLOCK.instant().plus(later)));
  }
}

package io.assay.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.deadline.Deadlines;
import io.assay.office.deadline.Deadlines.Task;
import io.assay.office.notice.Courier;
import io.assay.office.sanction.Inputs;
import io.assay.office.sanction.Sanctions;
import io.assay.office.staff.Right;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import io.assay.office.staff.StaffService.Outcome;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.office.tenant.Tenant;
import io.assay.office.tenant.TenantService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** Uses the clocks and the public's doors through a real browser. */
class CasesIT {
  private static final Look LOOK = new Look("en", "light", 1280);
  private static final String OWN = "a password of my own";
  private static final TestClock CLOCK = new TestClock("2026-09-18T07:00:00Z");

  @TempDir private static Path folder;
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
    browser.forgetAll();
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
    gallery.view("notices-empty", "/notices");
    Tenant riverside = office.bean(TenantService.class).create("Riverside", "system").orElseThrow();
    for (String tenant : List.of("", riverside.name())) {
      browser.open("/notices", LOOK);
      browser.type("url", "http://localhost:9/" + tenant);
      browser.type("tenant", tenant);
      browser.press("form[action='/notices/webhooks'] button");
      gallery.examine("notices-secret", LOOK.width());
    }
    office.bean(Deadlines.class).turn();
    office.bean(Courier.class).round();
    gallery.view("notices", "/notices");
    assertThat(gallery.faults()).isEmpty();
  }

  /** The ninth scenario of acceptance, as the people in it live through it. */
  @Test
  void anAppealIsHeardByAnotherPerson() throws IOException {
    SubjectService subjects = office.bean(SubjectService.class);
    String tenant = office.bean(TenantService.class).create("Studio", "system").orElseThrow().id();
    String subject = subjects.register(tenant, "author-7", "system").orElseThrow().id();
    subjects.move(subject, SubjectState.VERIFIED, "", "system");
    for (String exchange : List.of("ex_1", "ex_2", "ex_3")) {
      Inputs.put(office, exchange, subject, CLOCK.instant().minusSeconds(600), true);
    }
    String sanction = office.bean(Sanctions.class).of(subject).getFirst().id();

    browser.forgetAll();
    gallery.view("home-doors", "/");
    gallery.view("decision", "/decision/" + sanction);
    gallery.view("my-sanctions", subjects.find(subject).orElseThrow().ownPath());
    gallery.view("appeal", "/appeal?about=" + sanction);
    gallery.view("complaint", "/complaint");
    gallery.view("report", "/report");
    gallery.view("process", "/process");
    browser.open("/", LOOK);
    browser.press("a[href='/appeal']");
    browser.type("about", sanction);
    browser.type("text", "These were quotations from a novel that I study.");
    browser.choose("file", Files.write(folder.resolve("page.txt"), "a page".getBytes(UTF_8)));
    browser.waitUntil("return document.querySelector('form[data-effort]').dataset.ready === ''");
    browser.press("form[data-effort] button");
    assertThat(browser.text("main")).contains("2026-09-24 23:59");
    browser.shoot(Path.of("target", "screenshots", "received.png"));
    String own = "/appeal/" + browser.text(".receipt-code");
    browser.press("main .btn-primary");
    assertThat(browser.place()).isEqualTo(own);

    signIn("zhao.min", Role.CASE_HANDLER);
    browser.open("/cases", LOOK);
    gallery.view("cases", "/cases");
    gallery.view("cases-empty", "/cases?state=CLOSED");
    browser.open("/cases", LOOK);
    browser.press("main tbody a");
    String place = browser.place();
    browser.keys("c");
    browser.waitUntil("return document.querySelector('#decide') !== null");
    browser.type("text", "Which novel?");
    gallery.view("case", place);
    browser.open(place, LOOK);
    browser.keys("1");
    browser.keys("d");
    browser.run("document.querySelector('#reason').value = 'They are quotations.'; return true");
    gallery.view("case-deciding", place);
    browser.open(place, LOOK);
    browser.keys("1");
    browser.run("document.querySelector('#reason').value = 'They are quotations.'; return true");
    browser.press("form[action$='/decide'] button");
    assertThat(browser.text("main")).contains("Waits for the compliance officer");
    gallery.view("case-waiting", place);
    signIn("he.ling", Role.COMPLIANCE_OFFICER);
    gallery.view("case-approving", place);
    gallery.view("approvals-appeal", "/approvals");
    browser.open(place, LOOK);
    browser.keys("y");
    browser.waitUntil("return location.pathname === '/approvals'");
    browser.open(place, LOOK);
    assertThat(browser.text("main")).contains("Upheld", "Decided");
    gallery.view("case-decided", place);

    browser.forgetAll();
    gallery.view("own-case", own);
    assertThat(browser.text("main")).contains("You are right.");
    gallery.view("decision-overturned", "/decision/" + sanction);
    gallery.view("transparency", "/transparency");
    signIn("wu.jing", Role.REVIEWER);
    gallery.view("sanctions", "/sanctions");
    gallery.view("sanction", "/sanctions/" + sanction);
    gallery.view("sanctions-empty", "/sanctions?subject=nobody");
    assertThat(gallery.faults()).isEmpty();
  }

  @Test
  void contentIsDisposedOf_andTheAuthorityTold() {
    Inputs.put(office, "ex_disposed", "sub_other", CLOCK.instant().minusSeconds(900), false);
    signIn("sun.li", Role.CASE_HANDLER);
    gallery.view("disposals-empty", "/disposals");
    browser.open("/disposals", LOOK);
    browser.type("exchanges", "ex_disposed");
    browser.type("facts", "A picture that insults a class of people was made.");
    browser.type("category", "A2-a");
    browser.press("form[action='/disposals'] button");
    String place = browser.place();
    browser.press("[data-key=c]");
    browser.press("[data-key=p]");
    gallery.view("disposal", place);
    gallery.view("disposals", "/disposals");
    browser.open(place, LOOK);
    browser.press("[data-key=r]");
    gallery.view("authority-report", browser.place());
    gallery.view("authority-reports", "/authority-reports");
    signIn("qian.yu", Role.COMPLIANCE_OFFICER);
    browser.open("/authorities", LOOK);
    browser.type("nameZh", "\u5317\u4EAC\u5E02\u4E92\u8054\u7F51\u4FE1\u606F\u529E\u516C\u5BA4");
    browser.type("nameEn", "Cyberspace Administration of Beijing");
    browser.run("document.querySelector('#kind').value = 'CAC'; return true");
    browser.run("document.querySelector('#channel').value = 'SFTP'; return true");
    browser.type("region", "110000");
    browser.type("address", "sftp://report@sftp.example.com:2222/in");
    browser.type("hostKey", "SHA256:" + "a".repeat(43));
    browser.press("form[action='/authorities'][method=post] button");
    assertThat(browser.text("main")).contains("Cyberspace Administration of Beijing");
    gallery.view("authorities", "/authorities?region=110105&type=A.2");
    gallery.view("authority", "/authorities/aut_cac");
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

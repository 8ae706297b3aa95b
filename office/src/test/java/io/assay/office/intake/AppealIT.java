package io.assay.office.intake;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.POOL_APPROVER;
import static io.assay.office.staff.Role.POOL_EDITOR;
import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SENIOR_REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Standing;
import io.assay.gateway.publication.Draft;
import io.assay.office.CasesConfig;
import io.assay.office.CasesConfig.MailConfig;
import io.assay.office.CasesConfig.QuietHours;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.Approvals;
import io.assay.office.deadline.Deadlines;
import io.assay.office.key.KeyService;
import io.assay.office.notice.Courier;
import io.assay.office.notice.Neighbours;
import io.assay.office.publication.Works;
import io.assay.office.sanction.Inputs;
import io.assay.office.sanction.Sanctions;
import io.assay.office.task.HeldContent;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An appeal in time by another person, and everything else that may happen at a door. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppealIT {
  private static final String FEATURE = "starter-a18-fraud-zh-216";
  private static final Pattern CODE = Pattern.compile("receipt-code\"[^>]*>([0-9a-z-]{19})<");
  private static final Pattern CHALLENGE = Pattern.compile("name=\"challenge\" value=\"([^\"]+)\"");
  private static final TestClock CLOCK = new TestClock("2026-09-18T06:00:00Z");

  private static Neighbours neighbours;
  private static TestOffice office;
  private static String subject;
  private static String sanction;
  private static String published;
  private static String disposal;
  private static Browser decider;
  private static Browser handler;
  private static String code = "";
  private static String id = "";

  @BeforeAll
  static void start() {
    neighbours = new Neighbours();
    MailConfig mail =
        new MailConfig(
            "localhost", neighbours.mailPort(), null, null, false, "o@example.com", "en", null);
    QuietHours none = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    CasesConfig cases =
        new CasesConfig(null, mail, none, 2_000, 2, 100, 12, Duration.ofDays(30), null);
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, null, null, null, null, cases), CLOCK);
    Works works = Works.in(office);
    subject = works.author().subject();
    office.bean(KeyService.class).issue(subject, "k", "system");
    new HeldContent(office, CLOCK)
        .closed("ex_contested", subject, "m", "BLOCKED_INPUT", "BLOCK", FEATURE, "A.1.8");
    Draft draft = works.draft("A quotation", "She said what the novel says.");
    Inputs.put(office, draft.exchange(), subject, CLOCK.instant().minusSeconds(60), false);
    published = works.publish(draft).id();
    decider = office.browserOf("decider", REVIEWER, CASE_HANDLER);
    Browser senior = office.browserOf("senior", SENIOR_REVIEWER);
    handler = office.browserOf("handler", CASE_HANDLER);
    decider.submit(
        "/sanctions",
        "/sanctions",
        Map.of(
            "subject", subject,
            "level", "SUSPEND",
            "ground", "AGAINST_RULES",
            "facts", "an insult",
            "clause", "4.2",
            "days", "60",
            "exchanges", "ex_contested " + draft.exchange()));
    String proposal =
        decider
            .get("/approvals")
            .body()
            .lines()
            .filter(line -> line.contains("/withdraw"))
            .findFirst()
            .orElseThrow()
            .replaceAll(".*/approvals/(apr_[^/]+)/withdraw.*", "$1");
    senior.submit("/approvals", "/approvals/" + proposal + "/approve", Map.of());
    sanction = office.bean(Sanctions.class).of(subject).getFirst().id();
    disposal = contain(draft.exchange());
  }

  /** The decider opens a disposal case and contains what the exchange made. */
  private static String contain(String exchange) {
    String path =
        decider
            .submit(
                "/disposals",
                "/disposals",
                Map.of("severity", "ORDINARY", "facts", "an insult", "exchanges", exchange))
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replaceFirst("^https?://[^/]+", "");
    assertThat(decider.submit(path, path + "/contain", Map.of()).statusCode()).isEqualTo(302);
    return path;
  }

  @AfterAll
  static void stop() {
    office.close();
    neighbours.close();
  }

  @Test
  @Order(1)
  void theUserAppealsOnFridayAfternoon_andSeesWhenItIsDue() {
    CLOCK.advance(Duration.between(CLOCK.instant(), Instant.parse("2026-09-18T07:00:00Z")));
    Browser user = office.browser();
    assertThat(user.get("/").body()).contains("href=\"/appeal\"", "href=\"/process\"");
    assertThat(user.get("/process").body()).contains("5 working days", "Policy");
    assertThat(user.get("/appeal?about=" + sanction).body()).contains("We found the sanction.");
    HttpResponse<String> sent =
        send(
            user,
            "appeal",
            Map.of("about", sanction, "text", "It was a quotation.", "mail", "u@example.com"));
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).contains("2026-09-24 23:59", "2026-09-20 23:59");
    Matcher found = CODE.matcher(sent.body());
    assertThat(found.find()).isTrue();
    code = found.group(1);
    assertThat(user.get("/appeal/" + code).body())
        .contains("It was a quotation.", "2026-09-24 23:59", "Received");
    assertThat(user.get("/complaint/" + code).statusCode()).isEqualTo(404);
    HttpResponse<String> again =
        user.submit(
            "/appeal",
            "/appeal/find",
            Map.of("code", code.toUpperCase(Locale.ROOT).replace("-", " ")));
    assertThat(again.headers().firstValue("Location").orElse("")).endsWith("/appeal/" + code);
    id =
        office
            .bean(JdbcClient.class)
            .sql("select id from intake.case")
            .query(String.class)
            .single();
  }

  @Test
  @Order(2)
  void whoeverDecided_cannotClaimIt() {
    assertThat(step(decider, "claim", Map.of()).statusCode()).isEqualTo(422);
    assertThat(step(decider, "refuse", Map.of("text", "no")).statusCode()).isEqualTo(422);
    assertThat(decider.get("/cases/" + id).body()).contains("somebody else handles this appeal");
    String token = decider.token();
    HttpResponse<String> refused =
        decider.call("POST", "/api/v1/cases/" + id + "/claim", token, "{}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("intake.same-person");
    assertThat(step(handler, "claim", Map.of()).statusCode()).isEqualTo(302);
    assertThat(office.browser().get("/appeal/" + code).body()).contains("Being looked into");
  }

  @Test
  @Order(3)
  void bothWrite_andOnlyTheHandlerReadsNotes() {
    step(handler, "message", Map.of("text", "Where did you quote from?"));
    step(handler, "note", Map.of("text", "looks like a novel"));
    Browser user = office.browser();
    assertThat(user.get("/appeal/" + code).body())
        .contains("Where did you quote from?")
        .doesNotContain("looks like a novel");
    user.submit(
        "/appeal/" + code, "/appeal/" + code + "/answer", Map.of("text", "From <b>a</b> book."));
    assertThat(handler.get("/cases/" + id).body())
        .contains("From &lt;b&gt;a&lt;/b&gt; book.", "looks like a novel");
    Browser auditor = office.browserOf("auditor", AUDIT_ADMIN);
    assertThat(auditor.get("/cases/" + id).body()).doesNotContain("From &lt;b&gt;", "novel");
    assertThat(step(auditor, "note", Map.of("text", "x")).statusCode()).isEqualTo(403);
  }

  @Test
  @Order(4)
  void atFourFifthsItIsDueSoon() {
    CLOCK.advance(Duration.between(CLOCK.instant(), Instant.parse("2026-09-23T16:00:01Z")));
    await()
        .until(
            () -> {
              office.bean(Deadlines.class).turn();
              return office.acts().stream()
                  .anyMatch(
                      it ->
                          it.type().equals("deadline.soft")
                              && "intake.appeal-decide".equals(it.facts().get("rule")));
            });
    assertThat(handler.get("/cases").body()).contains("Due soon");
  }

  @Test
  @Order(5)
  void theDecisionWaitsForTheComplianceOfficer() {
    assertThat(
            step(handler, "decide", Map.of("finding", "UPHELD", "text", "It is a quotation."))
                .statusCode())
        .isEqualTo(302);
    assertThat(standing()).isInstanceOf(Standing.Suspended.class);
    assertThat(office.browser().get("/p/" + published).statusCode()).isEqualTo(410);
    assertThat(handler.get("/cases/" + id).body()).contains("Waits for the compliance officer");
    assertThat(office.browser().get("/appeal/" + code).body())
        .contains("Being looked into")
        .doesNotContain("It is a quotation.");
    assertThat(step(handler, "release", Map.of()).statusCode()).isEqualTo(422);
    String again = "{\"finding\":\"REJECTED\",\"text\":\"no\"}";
    assertThat(
            handler.call("POST", "/api/v1/cases/" + id + "/decide", handler.token(), again).body())
        .contains("approval.waiting");
    assertThat(approve(handler).statusCode()).isEqualTo(422);
  }

  @Test
  @Order(6)
  void anOverturnLiftsTheSanction_restoresTheContent_tellsTheUser_andMarksTheFalsePositive() {
    Browser officer = office.browserOf("officer", COMPLIANCE_OFFICER);
    assertThat(officer.get("/cases/" + id).body()).contains("It is a quotation.", "/approve");
    assertThat(approve(officer).statusCode()).isEqualTo(302);
    assertThat(standing()).isInstanceOf(Standing.Good.class);
    assertThat(office.browser().get("/p/" + published).statusCode()).isEqualTo(200);
    assertThat(handler.get(disposal).body()).contains("Restored", "1 restored, case " + id);
    assertThat(office.actTypes())
        .contains(
            "sanction.overturned",
            "disposal.restored",
            "publication.moved",
            "intake.false_positive",
            "intake.decided");
    Browser editor = office.browserOf("editor", POOL_EDITOR, POOL_APPROVER);
    assertThat(editor.get("/approvals").body())
        .contains("Retire a feature of the pool", FEATURE, "ex_contested");
    await()
        .until(
            () -> {
              office.bean(Courier.class).round();
              office.bean(Handling.class).settle();
              return office.actTypes().contains("intake.feedback_delivered");
            });
    assertThat(neighbours.letters())
        .anySatisfy(letter -> assertThat(letter).contains("To: u@example.com", "result"));
    assertThat(office.browser().get("/appeal/" + code).body())
        .contains("You are right.", "It is a quotation.", "Answered");
    assertThat(office.browser().get("/transparency").body()).contains("100.0", "1 of 1");
  }

  @Test
  @Order(7)
  void nothingPersonalIsInTheLedger_norReadableInTheDatabase() {
    assertThat(office.acts().toString())
        .doesNotContain("u@example.com", "quotation", "novel", code);
    String rows =
        office
            .bean(JdbcClient.class)
            .sql(
                "select c::text || coalesce((select string_agg(l::text, '') from intake.line l), '') from intake.case c")
            .query(String.class)
            .list()
            .toString();
    assertThat(rows).doesNotContain("u@example.com", "quotation", code);
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select string_agg(o::text, '') from notice.outbox o")
                .query(String.class)
                .single())
        .doesNotContain("u@example.com", code);
  }

  @Test
  @Order(8)
  void aDoorRefusesWhatItCannotTake() {
    Browser user = office.browser();
    assertThat(send(user, "appeal", Map.of("about", "san_none", "text", "x")).statusCode())
        .isEqualTo(422);
    assertThat(send(user, "report", Map.of("text", " ")).statusCode()).isEqualTo(422);
    assertThat(send(user, "report", Map.of("text", "x", "mail", "a@b\r\nBcc: c@d.e")).statusCode())
        .isEqualTo(422);
    assertThat(send(user, "report", Map.of("text", "x", "website", "spam")).statusCode())
        .isEqualTo(422);
    assertThat(send(user, "report", Map.of("text", "x", "challenge", "forged")).statusCode())
        .isEqualTo(422);
    assertThat(user.post("/report", Map.of("text", "x")).statusCode()).isEqualTo(403);
    assertThat(send(user, "report", Map.of("text", "x")).statusCode()).isEqualTo(200);
    assertThat(user.get("/report/zzzz-zzzz-zzzz-zzzz").statusCode()).isEqualTo(404);
    assertThat(user.get("/elsewhere/zzzz-zzzz-zzzz-zzzz").statusCode()).isNotEqualTo(200);
  }

  @Test
  @Order(9)
  void aComplaintIsWithdrawn_andItsClocksFallAway() {
    Browser user = office.browser();
    Matcher found =
        CODE.matcher(
            send(user, "complaint", Map.of("text", "my face", "topic", "my-privacy")).body());
    assertThat(found.find()).isTrue();
    String own = "/complaint/" + found.group(1);
    assertThat(user.submit(own, own + "/withdraw", Map.of()).statusCode()).isEqualTo(302);
    assertThat(user.get(own).body()).contains("Withdrawn", "Fell away");
    assertThat(user.submit("/complaint", own + "/answer", Map.of("text", "x")).statusCode())
        .isEqualTo(422);
    await()
        .until(
            () -> {
              CLOCK.advance(Duration.ofDays(31));
              office.bean(Handling.class).erase();
              return user.get(own).body().contains("has been erased");
            });
    assertThat(user.get(own).body()).doesNotContain("my face");
  }

  private static HttpResponse<String> send(Browser user, String door, Map<String, String> fields) {
    Matcher challenge = CHALLENGE.matcher(user.get("/" + door).body());
    assertThat(challenge.find()).isTrue();
    Map<String, String> form = new HashMap<>();
    form.put("challenge", challenge.group(1));
    form.put("nonce", work(challenge.group(1)));
    form.putAll(fields);
    return user.submit("/" + door, "/" + door, form);
  }

  private static String work(String challenge) {
    Effort effort = office.bean(Effort.class);
    int nonce = 0;
    while (effort.check(challenge, Integer.toString(nonce)) != Effort.Proof.WORK) {
      nonce++;
    }
    return Integer.toString(nonce);
  }

  private static HttpResponse<String> step(
      Browser browser, String step, Map<String, String> fields) {
    return browser.submit("/approvals", "/cases/" + id + "/" + step, fields);
  }

  private static HttpResponse<String> approve(Browser browser) {
    String proposal =
        office.bean(Approvals.class).about("intake.appeal", id).stream()
            .findFirst()
            .orElseThrow()
            .id();
    return browser.submit("/approvals", "/approvals/" + proposal + "/approve", Map.of());
  }

  private static Standing standing() {
    return office.bean(SnapshotSource.class).read().standing(subject).orElseThrow();
  }
}

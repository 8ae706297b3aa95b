package io.assay.office.deadline;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.assay.office.CasesConfig;
import io.assay.office.CasesConfig.MailConfig;
import io.assay.office.CasesConfig.QuietHours;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.calendar.Calendars;
import io.assay.office.calendar.WorkCalendar;
import io.assay.office.deadline.Deadline.State;
import io.assay.office.deadline.Deadlines.Task;
import io.assay.office.notice.Courier;
import io.assay.office.notice.Neighbours;
import io.assay.office.staff.Right;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadlinesIT {
  private static final TestClock CLOCK = new TestClock("2026-09-18T07:00:00Z");
  private static final KeyPair OPERATOR = pair();
  private static Neighbours neighbours;
  private static TestOffice office;
  private static Deadlines deadlines;
  private static byte[] secret;

  @BeforeAll
  static void start() {
    neighbours = new Neighbours();
    String key = Base64.getEncoder().encodeToString(OPERATOR.getPublic().getEncoded());
    MailConfig mail =
        new MailConfig(
            "localhost",
            neighbours.mailPort(),
            null,
            null,
            false,
            "office@example.com",
            "en",
            Map.of(CASE_HANDLER.name(), "cases@example.com"));
    CasesConfig cases =
        new CasesConfig(
            List.of(key),
            mail,
            new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
            null,
            null,
            null,
            null,
            null,
            null);
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, null, null, null, null, cases), CLOCK);
    deadlines = office.bean(Deadlines.class);
    String token = office.browserOf("root", SYSTEM_ADMIN).token();
    String added =
        office
            .browser()
            .call(
                "POST",
                "/api/v1/webhooks",
                token,
                "{\"url\":\"" + neighbours.url() + "\",\"kinds\":\"deadline.\"}")
            .body();
    secret = Base64.getDecoder().decode(added.replaceAll(".*whsec_([^\"]+)\".*", "$1"));
  }

  @AfterAll
  static void stop() {
    office.close();
    neighbours.close();
  }

  @Test
  @Order(1)
  void aClockTurnsSoftThenHardThenIsBreached_andReminds() throws GeneralSecurityException {
    begin("intake.appeal-decide", "case_1");
    assertThat(only("case_1").due()).isEqualTo("2026-09-24T15:59:59.999999Z");
    assertThat(only("case_1").basis()).isEqualTo(Basis.POLICY);
    neighbours.failNext(1);
    turnsTo("case_1", Duration.ofDays(5).plusHours(9), State.SOFT);
    turnsTo("case_1", Duration.ofHours(18), State.HARD);
    turnsTo("case_1", Duration.ofHours(6), State.BREACHED);
    await()
        .until(
            () -> {
              CLOCK.advance(Duration.ofSeconds(20));
              office.bean(Courier.class).round();
              return neighbours.calls().stream()
                          .map(call -> call.headers().get("id"))
                          .distinct()
                          .count()
                      == 3
                  && neighbours.letters().size() >= 3;
            });
    assertThat(neighbours.letters())
        .anySatisfy(
            letter ->
                assertThat(letter)
                    .contains("To: cases@example.com", "Due soon: Decide the appeal of case_1"));
    Neighbours.Call call = neighbours.calls().getFirst();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    String signed =
        call.headers().get("id") + "." + call.headers().get("timestamp") + "." + call.body();
    assertThat(call.headers().get("signature"))
        .isEqualTo(
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    assertThat(call.body()).contains("\"about\":\"case_1\"", "\"basis\":\"POLICY\"");
    assertThat(within(() -> deadlines.meet("case_1", "intake.appeal-decide")).orElseThrow().state())
        .isEqualTo(State.BREACHED);
    assertThat(office.actTypes())
        .contains("deadline.soft", "deadline.hard", "deadline.breached", "deadline.met_late")
        .contains("notice.sent");
  }

  @Test
  @Order(2)
  void oneRuleRunsOnceForOneThing_andIsMetInTime() {
    Deadline first = begin("authority.report", "case_2");
    assertThat(begin("authority.report", "case_2").id()).isEqualTo(first.id());
    CLOCK.advance(Duration.ofHours(23));
    assertThat(within(() -> deadlines.meet("case_2", "authority.report")).orElseThrow().state())
        .isEqualTo(State.MET);
    assertThat(within(() -> deadlines.meet("case_2", "authority.report"))).isEmpty();
  }

  @Test
  @Order(3)
  void itPausesForAReasonOnly() {
    Deadline first = begin("authority.report", "case_3");
    assertThatThrownBy(() -> deadlines.pause("case_3", "authority.report", " ", "staff:1"))
        .isInstanceOf(ActionRefusedException.class);
    deadlines.pause("case_3", "authority.report", "awaits the complainant", "staff:1");
    CLOCK.advance(Duration.ofDays(3));
    deadlines.turn();
    assertThat(only("case_3").at(CLOCK.instant())).isEqualTo(State.RUNNING);
    deadlines.resume("case_3", "authority.report", "staff:1");
    assertThat(only("case_3").due()).isEqualTo(first.due().plus(Duration.ofDays(3)));
    assertThat(office.actTypes()).contains("deadline.paused", "deadline.resumed");
  }

  @Test
  @Order(4)
  void aPromiseTakesTwoOfficers_andLeavesLawAlone() {
    Browser one = office.browserOf("officer-one", COMPLIANCE_OFFICER);
    Browser two = office.browserOf("officer-two", COMPLIANCE_OFFICER);
    String today = CLOCK.instant().atZone(WorkCalendar.ZONE).toLocalDate().toString();
    assertThat(propose(one, "intake.appeal-decide", today)).isEqualTo(302);
    assertThat(propose(one, "filing.first", today)).isEqualTo(302);
    List<String> waiting =
        one.get("/approvals")
            .body()
            .lines()
            .filter(line -> line.contains("/withdraw"))
            .map(line -> line.replaceAll(".*/approvals/(apr_[^/]+)/withdraw.*", "$1"))
            .toList();
    assertThat(waiting).hasSize(2);
    List<Integer> answers =
        waiting.stream()
            .map(id -> two.submit("/approvals", "/approvals/" + id + "/approve", Map.of()))
            .map(answer -> answer.statusCode())
            .toList();
    assertThat(answers).containsExactlyInAnyOrder(302, 422);
    Deadline promised = begin("intake.appeal-decide", "case_4");
    assertThat(promised.basis()).isEqualTo(Basis.COMMITMENT);
    assertThat(promised.limit()).isEqualTo(new Limit(3, Limit.Unit.WORKING_DAY));
    assertThat(office.bean(Limits.class).today("filing.first").basis()).isEqualTo(Basis.LAW);
  }

  @Test
  @Order(5)
  void aProvisionalDeadlineIsCountedAnew_whenTheYearArrives() {
    CLOCK.advance(Duration.between(CLOCK.instant(), Instant.parse("2026-12-28T02:00:00Z")));
    Deadline early = begin("filing.first", "service_1");
    assertThat(early.provisional()).isTrue();
    assertThat(early.due()).isEqualTo("2027-01-11T15:59:59.999999Z");
    String year =
        "{\"year\":2027,\"version\":\"2027.1\",\"source\":\"test\",\"off\":[\"2027-01-01\","
            + "\"2027-01-02\",\"2027-01-03\",\"2027-01-04\"],\"work\":[\"2027-01-09\"]}";
    Calendars calendars = office.bean(Calendars.class);
    assertThatThrownBy(() -> calendars.add(year, signed(pair(), year), "staff:1"))
        .isInstanceOf(ActionRefusedException.class);
    Browser root = office.browserOf("calendar-root", SYSTEM_ADMIN);
    String file =
        new JsonMapper()
            .writeValueAsString(Map.of("file", year, "signature", signed(OPERATOR, year)));
    assertThat(root.call("POST", "/api/v1/calendars", root.token(), file).body())
        .contains("\"year\":2027", "\"version\":\"2027.1\"");
    await().atMost(Duration.ofSeconds(60)).until(() -> !only("service_1").provisional());
    assertThat(only("service_1").due()).isEqualTo("2027-01-12T15:59:59.999999Z");
    assertThat(only("service_1").calendarVersion()).isEqualTo("2025.1+2026.1+2027.1");
  }

  @Test
  @Order(6)
  void thePagesAndTheInterfaceShowTheClocks() {
    Browser handler = office.browserOf("handler", CASE_HANDLER);
    assertThat(handler.get("/deadlines?month=2026-10").body())
        .contains("make-up", "day-kind holiday", "case_3");
    assertThat(handler.get("/limits").body()).contains("filing.first", "Our promise");
    assertThat(handler.get("/calendars").body()).contains("2027.1");
    String token = handler.token();
    assertThat(handler.call("GET", "/api/v1/deadlines?about=case_1", token, "").body())
        .contains("\"state\":\"BREACHED\"", "\"basis\":\"POLICY\"");
    assertThat(
            handler.call("GET", "/api/v1/calendars/due?start=2026-09-21&days=10", token, "").body())
        .contains("\"day\":\"2026-10-12\"");
  }

  private static int propose(Browser browser, String rule, String from) {
    return browser
        .submit(
            "/limits",
            "/limits",
            Map.of(
                "rule",
                rule,
                "value",
                "3",
                "unit",
                "WORKING_DAY",
                "from",
                from,
                "reason",
                "faster"))
        .statusCode();
  }

  private static void turnsTo(String about, Duration after, State state) {
    CLOCK.advance(after);
    await()
        .until(
            () -> {
              deadlines.turn();
              return only(about).state() == state;
            });
  }

  private static Deadline begin(String rule, String about) {
    return within(
        () ->
            deadlines.start(
                new Task(rule, about, "/cases/" + about, Right.CASE_READ), CLOCK.instant()));
  }

  private static Deadline only(String about) {
    return deadlines.about(about).getFirst();
  }

  private static <T> T within(Supplier<T> step) {
    return office.bean(TransactionTemplate.class).execute(status -> step.get());
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String signed(KeyPair pair, String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}

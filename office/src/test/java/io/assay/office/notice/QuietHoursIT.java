package io.assay.office.notice;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.office.CasesConfig;
import io.assay.office.CasesConfig.MailConfig;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.deadline.Deadlines;
import io.assay.office.deadline.Deadlines.Task;
import io.assay.office.staff.Right;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminders by mail and webhook leave people alone at night, unless it is urgent. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuietHoursIT {
  /** Four in the afternoon in Shanghai. */
  private static final TestClock CLOCK = new TestClock("2026-11-13T08:00:00Z");

  private static Neighbours neighbours;
  private static TestOffice office;

  @BeforeAll
  static void start() {
    neighbours = new Neighbours();
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
    CasesConfig cases = new CasesConfig(null, mail, null, null, null, null, null, null, null);
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, null, null, null, null, cases), CLOCK);
    Browser root = office.browserOf("root", SYSTEM_ADMIN);
    root.call(
        "POST",
        "/api/v1/webhooks",
        root.token(),
        "{\"url\":\"" + neighbours.url() + "\",\"kinds\":\"deadline.\"}");
  }

  @AfterAll
  static void stop() {
    office.close();
    neighbours.close();
  }

  @Test
  @Order(1)
  void whatTurnsSoftAtNight_isToldInTheMorning_onBothChannels() {
    begin("intake.report-decide", "case_night");
    at("2026-11-20T00:10:00+08:00");
    turned("deadline.soft");
    assertThat(neighbours.calls()).isEmpty();
    assertThat(neighbours.messages()).isEmpty();
    at("2026-11-20T06:59:00+08:00");
    assertThat(neighbours.calls()).isEmpty();
    assertThat(neighbours.messages()).isEmpty();
    at("2026-11-20T07:00:00+08:00");
    told(1);
    assertThat(neighbours.calls().getFirst().body()).contains("deadline.soft", "case_night");
    office
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> office.bean(Deadlines.class).drop("case_night", "done"));
  }

  @Test
  @Order(2)
  void whatIsUrgent_leavesAtNight() {
    at("2026-11-20T21:00:00+08:00");
    begin("incident.report", "case_urgent");
    at("2026-11-21T00:50:00+08:00");
    turned("deadline.hard");
    told(2);
    assertThat(neighbours.calls().getLast().body()).contains("deadline.hard");
  }

  @Test
  @Order(3)
  void whatAReferenceHolds_addsNoHeaderToAMail() throws MessagingException {
    at("2026-11-21T09:00:00+08:00");
    begin("incident.report", "case_x\r\nBcc: thief@example.com");
    at("2026-11-21T12:30:00+08:00");
    await()
        .until(
            () -> {
              round();
              return neighbours.messages().stream().anyMatch(QuietHoursIT::injected);
            });
    List<MimeMessage> letters =
        neighbours.messages().stream().filter(QuietHoursIT::injected).toList();
    for (MimeMessage letter : letters) {
      assertThat(letter.getHeader("Bcc")).isNull();
      assertThat(letter.getAllRecipients()).hasSize(1);
    }
  }

  private static boolean injected(MimeMessage letter) {
    try {
      return letter.getSubject().contains("thief@example.com");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void begin(String rule, String about) {
    office
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                office
                    .bean(Deadlines.class)
                    .start(new Task(rule, about, "/deadlines", Right.CASE_READ), CLOCK.instant()));
  }

  private static void at(String moment) {
    CLOCK.advance(Duration.between(CLOCK.instant(), Instant.parse(moment)));
    round();
  }

  private static void round() {
    office.bean(Deadlines.class).turn();
    office.bean(Courier.class).round();
  }

  private static void turned(String act) {
    await()
        .until(
            () -> {
              round();
              return office.actTypes().contains(act);
            });
    round();
  }

  private static void told(int times) {
    await()
        .until(
            () -> {
              round();
              return neighbours.calls().size() == times && neighbours.messages().size() == times;
            });
  }
}

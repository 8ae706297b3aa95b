package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.journal.ExchangeClosed;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.Reviewed;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.exchange.Projection;
import io.assay.office.publication.Works;
import io.assay.office.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nobody fakes the posture: not by a page, not by a program, not in the database. */
class PostureIT {
  private final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private TestOffice office;
  private Posture posture;

  @BeforeEach
  void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    posture = office.bean(Posture.class);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  @Test
  void aServiceWithoutTraffic_lacksEvidence_andLabelsThatAreMissing_fail() {
    compute();
    assertThat(posture.status("C16-1")).contains(Status.INSUFFICIENT_EVIDENCE);
    assertThat(posture.status("C09-1")).contains(Status.INSUFFICIENT_EVIDENCE);
    assertThat(posture.status("C99-9")).isEmpty();

    delivered("good", "EXPLICIT", "IMPLICIT");
    compute();
    assertThat(Stream.of("C10-1", "C16-1", "C17-1").map(it -> posture.status(it).orElseThrow()))
        .containsOnly(Status.PASS);

    delivered("naked");
    compute();
    assertThat(Stream.of("C16-1", "C17-1").map(it -> posture.status(it).orElseThrow()))
        .containsOnly(Status.FAIL);
    Control control = posture.control("C16-1").orElseThrow();
    ControlResult result = posture.history("C16-1", clock.instant()).getFirst();
    assertThat(result.num()).isEqualTo(1);
    assertThat(result.den()).isEqualTo(2);
    assertThat(posture.items(control, result, true)).extracting(Item::id).containsExactly("naked");
  }

  @Test
  void whatADatabaseAdministratorChanges_isCaughtAtTheNextComputation() {
    delivered("naked");
    compute();
    assertThat(posture.status("C17-1")).contains(Status.FAIL);
    compute();
    assertThat(posture.status("CX-1")).contains(Status.INSUFFICIENT_EVIDENCE);

    sql("update posture.result set status = 'PASS', num = 0 where control = 'C17-1'");
    assertThat(posture.status("C17-1")).contains(Status.PASS);
    compute();
    assertThat(posture.status("C17-1")).contains(Status.FAIL);
    assertThat(posture.status("CX-1")).contains(Status.FAIL);
    assertThat(posture.history("C17-1", clock.instant())).anyMatch(ControlResult::tampered);
    Browser officer = office.browserOf("officer", Role.COMPLIANCE_OFFICER);
    assertThat(officer.get("/posture/CX-1").body()).contains("C17-1");
  }

  @Test
  void aRowThatIsTakenAway_isMissed() {
    compute();
    compute();
    compute();
    sql(
        "delete from posture.result where id = (select id from posture.result where control ="
            + " 'C06-1' order by id offset 1 limit 1)");
    compute();
    assertThat(posture.status("CX-1")).contains(Status.FAIL);
  }

  @Test
  void numeratorAndDenominatorOpenTheirRows() {
    delivered("good", "EXPLICIT", "IMPLICIT");
    delivered("naked", "EXPLICIT");
    compute();
    Browser auditor = office.browserOf("auditor", Role.AUDIT_ADMIN);
    assertThat(auditor.get("/posture").body())
        .contains("href=\"/posture/C16-1?on=\"", "C16-1: 1 bad")
        .contains("href=\"/posture/C16-1?all=true&amp;on=\"", "C16-1: 2 counted");
    assertThat(auditor.get("/posture/C16-1").body())
        .contains("/exchanges/naked")
        .doesNotContain("/exchanges/good");
    assertThat(auditor.get("/posture/C16-1?all=true").body())
        .contains("/exchanges/naked", "/exchanges/good");
    String token = auditor.token();
    assertThat(auditor.call("GET", "/api/v1/posture/C16-1/rows?all=true", token, "").body())
        .contains("naked", "good");
  }

  @Test
  void thereIsNoWayToSetAControl() {
    assertThat(
            office.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(route -> route.toString().contains("posture"))
                .flatMap(route -> route.getMethodsCondition().getMethods().stream()))
        .isNotEmpty()
        .containsOnly(RequestMethod.GET);
    Browser officer = office.browserOf("officer", Role.COMPLIANCE_OFFICER);
    String token = officer.token();
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      assertThat(officer.call(method, "/api/v1/posture/C17-1", token, "{}").statusCode())
          .isEqualTo(405);
    }
    assertThat(officer.call("GET", "/api/v1/posture", token, "").statusCode()).isEqualTo(200);
  }

  @Test
  void historyCanBeReadAsOfAnyDate() {
    compute();
    Instant before = clock.instant();
    clock.advance(Duration.ofDays(2));
    delivered("naked");
    compute();
    assertThat(standing("C17-1", before)).isEqualTo(Status.INSUFFICIENT_EVIDENCE);
    assertThat(standing("C17-1", clock.instant())).isEqualTo(Status.FAIL);
    Browser auditor = office.browserOf("auditor", Role.AUDIT_ADMIN);
    assertThat(auditor.get("/posture?on=2026-11-21").body())
        .contains("C17-1: 0 counted")
        .doesNotContain("C17-1: 1 counted");
    assertThat(auditor.get("/posture").body()).contains("C17-1: 1 counted");
    assertThat(auditor.get("/posture/C17-1?on=2026-11-21&all=true").body()).doesNotContain("naked");
    assertThat(auditor.get("/posture/C17-1").body()).contains("naked", "select x.id");
    assertThat(office.browserOf("handler", Role.CASE_HANDLER).get("/posture").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aPublicationOfAnAuthorWithoutProofOfIdentity_failsTheGate() {
    Works works = Works.in(office);
    works.publish("A note", "Words of somebody nobody checked.");
    compute();
    assertThat(posture.status("C09-1")).contains(Status.FAIL);
  }

  private void compute() {
    clock.advance(Duration.ofMinutes(5));
    posture.recompute();
    office.ledger().publish();
  }

  private Status standing(String control, Instant moment) {
    return posture.articles(moment).stream()
        .flatMap(it -> it.controls().stream())
        .filter(it -> it.control().id().equals(control))
        .map(Standing::status)
        .findFirst()
        .orElseThrow();
  }

  private void sql(String statement) {
    office.bean(JdbcClient.class).sql(statement).update();
  }

  /** Lets the ledger say that something was delivered, with labels of these kinds. */
  private void delivered(String id, String... labels) {
    ExchangeClosed closed =
        new ExchangeClosed(
            id,
            new Origin("tnt", "key", "sub", "/v1/chat/completions", "chat", "m"),
            false,
            Outcome.DELIVERED,
            "",
            "chat",
            "pool-1",
            id,
            Stream.of(Name.INPUT_REVIEW, Name.OUTPUT_REVIEW)
                .map(it -> new StepRecord(it, Decision.PASS, "", 0, 1, List.of()))
                .toList(),
            Stream.of(labels).map(it -> new LabelRecord(it, "m", "w", "e")).toList(),
            List.of(),
            List.of(),
            Reviewed.NOTHING,
            List.of(),
            "",
            "");
    office
        .ledger()
        .append(Entry.of(ExchangeClosed.TYPE, clock.instant(), closed.body()))
        .await(Acknowledgement.DURABLE);
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }
}

package io.assay.office.disposal;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.vault.Eraser;
import io.assay.ledger.vault.Erasure;
import io.assay.office.OfficeConfig;
import io.assay.office.Sha256;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.Approvals;
import io.assay.office.deadline.Basis;
import io.assay.office.deadline.Deadline;
import io.assay.office.deadline.Deadlines;
import io.assay.office.sanction.Inputs;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DisposalIT {
  private static final TestClock CLOCK = new TestClock("2026-11-20T02:00:00Z");
  private static TestOffice office;
  private static Browser handler;
  private static Browser officer;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    handler = office.browserOf("handler", CASE_HANDLER);
    officer = office.browserOf("officer", COMPLIANCE_OFFICER);
    Inputs.put(office, "ex_bad", "sub_1", CLOCK.instant().minusSeconds(60), false);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void goesItsWay_fromContainmentToTheReceipt() {
    String discovered = CLOCK.instant().atOffset(ZoneOffset.ofHours(8)).toString();
    String path = open("SEVERE", "ex_bad");
    String id = path.substring(path.lastIndexOf('/') + 1);
    Deadline clock = office.bean(Deadlines.class).about(id).getFirst();
    assertThat(clock.rule()).isEqualTo("authority.report-severe");
    assertThat(clock.basis()).isEqualTo(Basis.POLICY);
    assertThat(step(path, "preserve")).isEqualTo(422);
    assertThat(step(path, "contain")).isEqualTo(302);
    assertThat(step(path, "preserve")).isEqualTo(302);
    assertThat(office.bean(Eraser.class).erase("sub_1", "the user asks"))
        .isInstanceOfSatisfying(
            Erasure.Restricted.class, it -> assertThat(it.holds()).contains(id));
    assertThat(step(path, "close")).isEqualTo(422);

    String report = location(handler.submit(path, "/authority-reports", Map.of("about", id)));
    assertThat(handler.get(report).body())
        .contains("第十条", "insults of a class", "12377", discovered);
    assertThat(act(report, "send", Map.of())).isEqualTo(422);
    assertThat(
            act(
                report,
                "write",
                Map.of("authority", "aut_cac", "title", "A report", "body", "the whole text")))
        .isEqualTo(302);
    assertThat(act(report, "propose", Map.of("reason", "ready"))).isEqualTo(302);
    String proposal =
        handler
            .get("/approvals")
            .body()
            .lines()
            .filter(line -> line.contains("/withdraw"))
            .findFirst()
            .orElseThrow()
            .replaceAll(".*/approvals/(apr_[^/]+)/withdraw.*", "$1");
    assertThat(approve(handler, proposal)).isEqualTo(422);
    assertThat(approve(officer, proposal)).isEqualTo(302);
    CLOCK.advance(Duration.ofMinutes(30));
    assertThat(act(report, "send", Map.of("receipt", "12377-1"))).isEqualTo(302);
    assertThat(office.bean(Deadlines.class).about(id).getFirst().state())
        .isEqualTo(Deadline.State.MET);
    assertThat(office.bean(Disposals.class).byId(id).orElseThrow().state())
        .isEqualTo(DisposalCase.State.REPORTED);
    assertThat(act(report, "acknowledge", Map.of("receipt", "CAC-2026-1"))).isEqualTo(302);
    assertThat(handler.get(report).body()).contains("CAC-2026-1", "Acknowledged");
    for (String form : new String[] {"/pdf", "/docx", "/json"}) {
      HttpResponse<String> file = handler.get(report + form);
      assertThat(file.statusCode()).as(form).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .contains(form.substring(1));
    }
    String second = location(handler.submit(report, report + "/supplement", Map.of()));
    assertThat(handler.get(second).body()).contains(report.substring(report.indexOf("rpt_")));
    assertThat(step(path, "close")).isEqualTo(302);
    assertThat(office.actTypes())
        .contains("disposal.opened", "authority.sent", "authority.acknowledged");
  }

  @Test
  void aSupplementIsApprovedAndSentOnItsOwn_andWhatWasSentStaysAsItWas() {
    String path = open("ORDINARY", "ex_bad");
    String id = path.substring(path.lastIndexOf('/') + 1);
    step(path, "contain");
    step(path, "preserve");
    String first = location(handler.submit(path, "/authority-reports", Map.of("about", id)));
    CLOCK.advance(Duration.ofDays(1));
    send(first, "12377-1");
    CLOCK.advance(Duration.ofDays(1));
    assertThat(handler.get(first).body())
        .contains(Sha256.of(handler.bytes(first + "/pdf")), "12377-1");
    String second = location(handler.submit(first, first + "/supplement", Map.of()));
    assertThat(handler.get(first).body()).doesNotContain("Supplemented");
    assertThat(act(second, "send", Map.of("receipt", "x"))).as("not approved").isEqualTo(422);
    send(second, "12377-2");
    assertThat(handler.get(first).body()).contains("Supplemented", "12377-1");
    assertThat(handler.get(second).body())
        .contains("12377-2", first.substring(first.indexOf("rpt_")));
    assertThat(step(path, "close")).isEqualTo(302);
  }

  private static void send(String report, String receipt) {
    assertThat(act(report, "propose", Map.of("reason", "ready"))).isEqualTo(302);
    String id = report.substring(report.indexOf("rpt_"));
    String proposal = office.bean(Approvals.class).about("authority.report", id).getFirst().id();
    assertThat(approve(officer, proposal)).isEqualTo(302);
    assertThat(act(report, "send", Map.of("receipt", receipt))).isEqualTo(302);
  }

  @Test
  void theHoldEndsWithTheCase_byTwoPeople() {
    Inputs.put(office, "ex_kept", "sub_2", CLOCK.instant().minusSeconds(60), false);
    String path = open("ORDINARY", "ex_kept");
    String id = path.substring(path.lastIndexOf('/') + 1);
    step(path, "contain");
    step(path, "preserve");
    act(path, "no-report", Map.of("reason", "a test of ours"));
    assertThat(step(path, "close")).isEqualTo(302);
    assertThat(held("sub_2")).as("closing keeps what was preserved").contains(id);
    assertThat(act(path, "release", Map.of("reason", "the time is over"))).isEqualTo(302);
    assertThat(held("sub_2")).contains(id);
    String proposal = office.bean(Approvals.class).about("disposal.release", id).getFirst().id();
    assertThat(approve(handler, proposal)).isEqualTo(422);
    assertThat(held("sub_2")).contains(id);
    assertThat(approve(officer, proposal)).isEqualTo(302);
    assertThat(held("sub_2")).isEmpty();
    assertThat(office.actTypes()).contains("disposal.released");
  }

  private static Set<String> held(String subject) {
    return office.bean(Eraser.class).erase(subject, "the user asks")
            instanceof Erasure.Restricted restricted
        ? Set.copyOf(restricted.holds())
        : Set.of();
  }

  @Test
  void whatWasChangedAfterTheProposal_isNotApproved() {
    String path = open("ORDINARY", "ex_bad");
    String id = path.substring(path.lastIndexOf('/') + 1);
    String report = location(handler.submit(path, "/authority-reports", Map.of("about", id)));
    act(report, "propose", Map.of("reason", "ready"));
    String proposal =
        handler
            .get("/approvals")
            .body()
            .lines()
            .filter(line -> line.contains("/withdraw"))
            .findFirst()
            .orElseThrow()
            .replaceAll(".*/approvals/(apr_[^/]+)/withdraw.*", "$1");
    act(report, "write", Map.of("authority", "aut_cac", "title", "Other", "body", "other"));
    assertThat(approve(officer, proposal)).isEqualTo(422);
    step(path, "contain");
    step(path, "preserve");
    assertThat(act(path, "no-report", Map.of("reason", " "))).isEqualTo(422);
    assertThat(act(path, "no-report", Map.of("reason", "a test of ours"))).isEqualTo(302);
    handler.submit("/approvals", "/approvals/" + proposal + "/withdraw", Map.of());
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(
            handler
                .submit(
                    "/disposals",
                    "/disposals",
                    Map.of("severity", "ORDINARY", "facts", "f", "exchanges", "ex_none"))
                .statusCode())
        .isEqualTo(422);
    assertThat(handler.get("/disposals/dsp_none").statusCode()).isEqualTo(404);
    assertThat(officer.submit("/disposals", "/disposals", Map.of()).statusCode()).isEqualTo(403);
    String token = handler.token();
    assertThat(handler.call("GET", "/api/v1/disposals/dsp_none", token, "").statusCode())
        .isEqualTo(404);
  }

  private static String open(String severity, String exchange) {
    return location(
        handler.submit(
            "/disposals",
            "/disposals",
            Map.of(
                "severity",
                severity,
                "facts",
                "insults of a class of people",
                "category",
                "A2-a",
                "exchanges",
                exchange)));
  }

  private static int step(String path, String step) {
    return act(path, step, Map.of());
  }

  private static int act(String path, String step, Map<String, String> fields) {
    return handler.submit("/approvals", path + "/" + step, fields).statusCode();
  }

  private static int approve(Browser browser, String proposal) {
    return browser
        .submit("/approvals", "/approvals/" + proposal + "/approve", Map.of())
        .statusCode();
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("^https?://[^/]+", "");
  }
}

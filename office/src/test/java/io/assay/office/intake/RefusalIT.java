package io.assay.office.intake;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.Approvals;
import io.assay.office.deadline.Deadline;
import io.assay.office.deadline.Deadlines;
import io.assay.office.intake.Reception.Form;
import io.assay.office.intake.Reception.Received;
import io.assay.office.sanction.Inputs;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An appeal is turned away at the door by two people, with a ground, or not at all. */
class RefusalIT {
  private static final TestClock CLOCK = new TestClock("2026-11-20T02:00:00Z");

  private static TestOffice office;
  private static Browser handler;
  private static Browser officer;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    handler = office.browserOf("handler", CASE_HANDLER, COMPLIANCE_OFFICER);
    officer = office.browserOf("officer", COMPLIANCE_OFFICER);
    Inputs.put(office, "ex_stopped", "sub_1", CLOCK.instant().minusSeconds(60), true);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void twoPeopleTurnItAway_andThePersonReadsWhyAndWhatRemainsOpen() {
    Received appeal = lodge();
    String id = appeal.intake().id();
    String own = "/appeal/" + appeal.code().text();
    assertThat(refuse(id, Map.of("text", "Nothing new.")).body())
        .contains("Choose the ground on which the appeal is not accepted.");
    assertThat(refuse(id, ground("DECIDED_BEFORE")).statusCode()).isEqualTo(302);
    assertThat(office.browser().get(own).body())
        .contains("Received")
        .doesNotContain("Nothing new.", "Not accepted");
    assertThat(step(handler, id, "claim").statusCode()).isEqualTo(422);
    assertThat(step(handler, id, "accept").statusCode()).isEqualTo(422);
    assertThat(approve(handler, id).statusCode()).as("the same person").isEqualTo(422);
    assertThat(officer.get("/cases/" + id).body())
        .contains("Nothing new.", "The same was decided before", "/approve");
    assertThat(officer.get("/approvals").body()).contains("is not accepted: The same was decided");
    assertThat(states(id)).doesNotContain(Deadline.State.MET);

    assertThat(approve(officer, id).statusCode()).isEqualTo(302);
    assertThat(office.browser().get(own).body())
        .contains(
            "Nothing new.",
            "because the same was decided before",
            "What remains open to you",
            "/appeal?about=ex_stopped",
            "href=\"/complaint\"",
            "12377",
            "Go to a court.");
    assertThat(states(id)).containsOnly(Deadline.State.MET);
    assertThat(office.browser().get("/api/v1/intake" + own).body())
        .contains("\"not_accepted\":\"DECIDED_BEFORE\"");
    assertThat(office.acts())
        .anySatisfy(
            act -> {
              assertThat(act.type()).isEqualTo("intake.refused");
              assertThat(act.facts()).containsEntry("ground", "DECIDED_BEFORE");
              assertThat(act.facts().get("approved_by")).isNotEqualTo(act.actor());
            });
  }

  @Test
  void whatTheOfficerDoesNotAgreeTo_isTakenUp() {
    String id = lodge().intake().id();
    refuse(id, ground("ABUSE"));
    String proposal = proposal(id);
    officer.submit(
        "/approvals", "/approvals/" + proposal + "/reject", Map.of("note", "It says enough."));
    assertThat(handler.get("/cases/" + id).body()).contains("It says enough.");
    assertThat(step(handler, id, "claim").statusCode()).isEqualTo(302);
  }

  @Test
  void theInterfaceWantsAGroundToo() {
    String path = "/api/v1/cases/" + lodge().intake().id() + "/refuse";
    String token = handler.token();
    assertThat(handler.call("POST", path, token, "{\"text\":\"No.\"}").body())
        .contains("intake.ground.missing");
    HttpResponse<String> waits =
        handler.call("POST", path, token, "{\"text\":\"No.\",\"ground\":\"NO_REASONS\"}");
    assertThat(waits.body()).contains("\"waits\":true", "\"state\":\"RECEIVED\"");
    assertThat(office.contract().broken("POST", path, waits)).isEmpty();
  }

  private static Received lodge() {
    Form form = new Form(Door.APPEAL, "ex_stopped", "other", "I disagree.", "", "en");
    return office.bean(Reception.class).submit(form, List.of());
  }

  private static Map<String, String> ground(String ground) {
    return Map.of("text", "Nothing new.", "ground", ground);
  }

  private static HttpResponse<String> refuse(String id, Map<String, String> form) {
    return handler.submit("/approvals", "/cases/" + id + "/refuse", form);
  }

  private static HttpResponse<String> step(Browser browser, String id, String step) {
    return browser.submit("/approvals", "/cases/" + id + "/" + step, Map.of());
  }

  private static HttpResponse<String> approve(Browser browser, String id) {
    return browser.submit("/approvals", "/approvals/" + proposal(id) + "/approve", Map.of());
  }

  private static String proposal(String id) {
    return office.bean(Approvals.class).about("intake.refusal", id).getFirst().id();
  }

  private static List<Deadline.State> states(String id) {
    return office.bean(Deadlines.class).about(id).stream().map(Deadline::state).toList();
  }
}

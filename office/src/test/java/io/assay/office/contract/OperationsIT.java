package io.assay.office.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import io.assay.office.posture.Posture;
import io.assay.office.publication.Works;
import io.assay.office.sanction.Inputs;
import io.assay.office.staff.Role;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs go the ways that people go on pages. */
class OperationsIT {
  private static final JsonMapper JSON = new JsonMapper();

  private static TestOffice office;
  private static String handler;
  private static String officer;
  private static String reviewer;
  private static String senior;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    handler = office.browserOf("handler", Role.CASE_HANDLER).token();
    officer = office.browserOf("officer", Role.COMPLIANCE_OFFICER).token();
    reviewer = office.browserOf("reviewer", Role.REVIEWER).token();
    senior = office.browserOf("senior", Role.SENIOR_REVIEWER).token();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void aRumorIsFoundFalse_contained_refuted_reportedAndClosed() {
    String page = Works.in(office).publish("The bell", "The bell of Sampleville rings alone.").id();
    String wanted =
        "{\"claim\":\"The bell rings alone\",\"phrase\":\"rings alone\",\"major\":false}";
    JsonNode opened = post(handler, "/rumors", wanted);
    assertThat(opened.path("state").asString()).isEqualTo("SUSPECTED");
    String rumor = "/rumors/" + opened.path("id").asString();
    String finding = "{\"untrue\":true,\"source\":\"the council\",\"url\":\"\"}";
    assertThat(post(handler, rumor + "/verification", finding).path("source").asString())
        .isEqualTo("the council");
    assertThat(post(handler, rumor + "/containment", "").path("state").asString())
        .isEqualTo("CONTAINED");
    assertThat(get(handler, "/publications/" + page).path("state").asString())
        .isEqualTo("CONTAINED");
    String words = "{\"refutation\":\"A clock rings it.\"}";
    assertThat(post(officer, rumor + "/refutation", words).path("refutation").asString())
        .isEqualTo("A clock rings it.");
    JsonNode seen = get(handler, rumor);
    assertThat(seen.at("/affected/0/publication").asString()).isEqualTo(page);
    assertThat(seen.at("/told/0/made").asBoolean()).isTrue();
    assertThat(post(handler, rumor + "/report", "{\"receipt\":\"C-9\"}").path("report").asString())
        .isEqualTo("C-9");
    assertThat(post(officer, rumor + "/closure", "").path("state").asString()).isEqualTo("CLOSED");
  }

  @Test
  void aPublicationIsContainedAndReleased() {
    String path = "/publications/" + Works.in(office).publish("The inn", "An inn.").id();
    String reason = "{\"reason\":\"looked into\"}";
    JsonNode contained = post(handler, path + "/contain", reason);
    assertThat(contained.path("state").asString()).isEqualTo("CONTAINED");
    assertThat(contained.path("why").asString()).isEqualTo("looked into");
    assertThat(post(handler, path + "/release", reason).path("state").asString())
        .isEqualTo("PUBLISHED");
  }

  @Test
  void aSanctionIsImposed_readAndLifted() {
    String warning =
        "{\"subject\":\"%s\",\"level\":\"WARN\",\"ground\":\"ILLEGAL\",\"facts\":\"forged seals\",\"clause\":\"4\",\"days\":1}"
            .formatted(Works.in(office).author().subject());
    JsonNode imposed = post(reviewer, "/sanctions", warning).path("sanction");
    String path = "/sanctions/" + imposed.path("id").asString();
    assertThat(get(reviewer, path).at("/statement/facts").asString()).isEqualTo("forged seals");
    JsonNode lifted = post(senior, path + "/lift", "{\"reason\":\"they were her own\"}");
    assertThat(lifted.path("state").asString()).isEqualTo("LIFTED");
  }

  @Test
  void contentIsDisposedOf_andItsHoldAskedToBeLifted() {
    Inputs.put(office, "ex_disposed", "sub_of_disposal", Instant.now().minusSeconds(60), false);
    assertThat(get(handler, "/exchanges/ex_disposed").at("/summary/origin/subject").asString())
        .isEqualTo("sub_of_disposal");
    String wanted =
        "{\"severity\":\"ORDINARY\",\"facts\":\"a test\",\"category\":\"I.11\",\"exchanges\":[\"ex_disposed\"]}";
    String path = "/disposals/" + post(handler, "/disposals", wanted).path("id").asString();
    assertThat(post(handler, path + "/contain", "").path("state").asString())
        .isEqualTo("CONTAINED");
    assertThat(post(handler, path + "/preserve", "").path("state").asString())
        .isEqualTo("PRESERVED");
    String reason = "{\"reason\":\"nobody saw it\"}";
    assertThat(post(handler, path + "/no-report", reason).path("no_report").asString())
        .isEqualTo("nobody saw it");
    assertThat(post(handler, path + "/close", "").path("state").asString()).isEqualTo("CLOSED");
    JsonNode seen = get(handler, path);
    assertThat(seen.at("/containments/0/outlet").asString()).isNotEmpty();
    JsonNode asked = post(handler, path + "/release", reason);
    assertThat(asked.path("state").asString()).isEqualTo("OPEN");
    assertThat(asked.path("about").asString()).isEqualTo(seen.at("/disposal/id").asString());
  }

  @Test
  void aPromiseIsProposed_withdrawn_andAnotherTurnedAway() {
    String other = office.browserOf("other-officer", Role.COMPLIANCE_OFFICER).token();
    String promise =
        "{\"rule\":\"intake.appeal-decide\",\"limit\":{\"value\":3,\"unit\":\"WORKING_DAY\"},"
            + "\"from\":\"2040-01-04\",\"reason\":\"%s\"}";
    JsonNode first = post(officer, "/limits", promise.formatted("we are fast"));
    assertThat(first.at("/facts/value").asString()).isEqualTo("3");
    String path = "/approvals/" + first.path("id").asString();
    assertThat(post(officer, path + "/withdraw", "").at("/proposal/state").asString())
        .isEqualTo("WITHDRAWN");
    String second =
        "/approvals/" + post(officer, "/limits", promise.formatted("again")).path("id").asString();
    JsonNode rejected = post(other, second + "/reject", "{\"note\":\"we are not\"}");
    assertThat(rejected.at("/proposal/state").asString()).isEqualTo("REJECTED");
    assertThat(rejected.toString()).contains("we are not");
  }

  @Test
  void aControlIsReadWithItsQueryAndItsHistory() {
    office.bean(Posture.class).recompute();
    JsonNode control = get(officer, "/posture/C10-1");
    assertThat(control.path("article").asInt()).isEqualTo(10);
    assertThat(control.path("query").asString()).contains("exchange.exchange");
    assertThat(control.at("/history/0/control").asString()).isEqualTo("C10-1");
    assertThat(control.at("/history/0/query_sha256").asString())
        .isEqualTo(control.path("query_sha256").asString());
  }

  private static JsonNode get(String token, String path) {
    return read(office.browser().call("GET", "/api/v1" + path, token, ""));
  }

  private static JsonNode post(String token, String path, String json) {
    return read(office.browser().call("POST", "/api/v1" + path, token, json));
  }

  private static JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }
}

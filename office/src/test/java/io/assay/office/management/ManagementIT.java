package io.assay.office.management;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.management.SystemStatus.Verdict;
import io.assay.office.posture.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ManagementIT {
  private static TestOffice office;
  private static Browser author;
  private static Browser second;
  private static ManagementSystems systems;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), new TestClock("2026-11-21T04:00:00Z"));
    author = office.browserOf("author", COMPLIANCE_OFFICER);
    second = office.browserOf("second", COMPLIANCE_OFFICER);
    systems = office.bean(ManagementSystems.class);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void thereAreEight_andNoneStandsByItself() {
    assertThat(systems.all()).hasSize(8);
    assertThat(systems.status(ManagementSystem.EMERGENCY).verdict()).isEqualTo(Verdict.MISSING);
    assertThat(author.get("/systems", "Accept-Language", "en").body())
        .contains("Emergency response", "No document")
        .doesNotContain("??");
    assertThat(author.get("/systems", "Accept-Language", "zh-CN").body()).doesNotContain("??");
    assertThat(author.get("/systems/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void anApprovedDocumentWithoutLiveControls_isPaperOnly() {
    String page = "/systems/data-security";
    assertThat(author.submit(page, page, charter(Map.of())).headers().firstValue("Location"))
        .hasValue(page);
    assertThat(author.get(page).body()).contains("Our data", "Ask for approval");
    author.submit(page, page + "/submit", Map.of("reason", "first edition"));
    ManagementSystem system = ManagementSystem.DATA_SECURITY;
    Edition draft = systems.editions(system).getFirst();
    String proposal =
        office.bean(Approvals.class).about(EditionApproval.KIND, draft.id()).getFirst().id();
    String approve = "/approvals/" + proposal + "/approve";
    assertThat(author.submit("/approvals", approve, Map.of()).statusCode()).isEqualTo(422);
    assertThat(systems.status(system).verdict()).isEqualTo(Verdict.MISSING);
    second.submit("/approvals", approve, Map.of());
    SystemStatus status = systems.status(system);
    assertThat(status.verdict()).isEqualTo(Verdict.PAPER_ONLY);
    assertThat(status.controls())
        .containsOnly(
            Map.entry("C99-7", Status.INSUFFICIENT_EVIDENCE),
            Map.entry("CX-99", Status.INSUFFICIENT_EVIDENCE));
    assertThat(author.get(page).body()).contains("Paper only").doesNotContain("??");
    assertThat(office.actTypes()).containsSubsequence("management.drafted", "management.approved");
  }

  @Test
  void refusesWhatIsNotSound_andChangedDrafts() {
    String page = "/systems/anti-fraud";
    assertThat(author.submit(page, page, charter(Map.of("nextReview", "2028-01-01"))).statusCode())
        .isEqualTo(422);
    assertThat(author.submit(page, page, charter(Map.of("controls", "x"))).statusCode())
        .isEqualTo(422);
    author.submit(page, page, charter(Map.of()));
    Edition draft = systems.editions(ManagementSystem.ANTI_FRAUD).getFirst();
    author.submit(page, page, charter(Map.of("body", "changed")));
    assertThatThrownBy(() -> systems.approve(draft.id(), draft.sha256(), "staff:other"))
        .isInstanceOf(ActionRefusedException.class)
        .hasMessage("management.changed");
    assertThat(systems.editions(ManagementSystem.ANTI_FRAUD)).hasSize(1);
  }

  @Test
  void keepsDrills_onlyThoseThatWereHeld() {
    String page = "/systems/emergency";
    author.submit(page, page + "/drills", Map.of("heldOn", "2026-11-20", "findings", "too slow"));
    assertThat(systems.status(ManagementSystem.EMERGENCY).drill().orElseThrow().heldOn())
        .isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(
            author
                .submit(page, page + "/drills", Map.of("heldOn", "2026-11-22", "findings", "x"))
                .statusCode())
        .isEqualTo(422);
    assertThat(office.actTypes()).contains("management.drilled");
  }

  @Test
  void theInterfaceDoesTheSame_andTheAuditorOnlyReads() {
    String token = author.token();
    String reader = office.browserOf("auditor", AUDIT_ADMIN).token();
    Browser program = office.browser();
    String path = "/api/v1/management-systems/ethics-review";
    String body =
        "{\"title\":\"Ethics\",\"body\":\"b\",\"owner\":\"o\",\"effective\":\"2026-11-21\","
            + "\"next_review\":\"2027-11-21\",\"controls\":[\"C15-1\"]}";
    assertThat(program.call("PUT", path + "/draft", reader, body).statusCode()).isEqualTo(403);
    assertThat(program.call("PUT", path + "/draft", token, body).statusCode()).isEqualTo(200);
    assertThat(program.call("POST", path + "/submit", token, "{\"reason\":\"r\"}").body())
        .contains("\"state\":\"OPEN\"");
    assertThat(
            program
                .call(
                    "POST",
                    path + "/drills",
                    token,
                    "{\"held_on\":\"2026-11-01\",\"findings\":\"f\"}")
                .statusCode())
        .isEqualTo(201);
    assertThat(program.call("GET", path, reader, "").body())
        .contains("\"verdict\":\"MISSING\"", "\"title\":\"Ethics\"");
    assertThat(program.call("GET", "/api/v1/management-systems/none", reader, "").statusCode())
        .isEqualTo(404);
  }

  private static Map<String, String> charter(Map<String, String> changes) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "title", "Our data",
                "body", "How data is kept.",
                "owner", "Li Hua",
                "effective", "2026-11-21",
                "nextReview", "2027-11-21",
                "controls", "C99-7, CX-99"));
    form.putAll(changes);
    return form;
  }
}

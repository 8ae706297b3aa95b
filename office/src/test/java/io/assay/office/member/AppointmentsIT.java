package io.assay.office.member;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SECURITY_ADMIN;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.OfficeConfig;
import io.assay.office.SmsConfig;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.Approvals;
import io.assay.office.staff.Member;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.staff.StaffService;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppointmentsIT {
  private static TestOffice office;
  private static Browser system;
  private static Browser security;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    system = office.browserOf("system", SYSTEM_ADMIN);
    security = office.browserOf("security", SECURITY_ADMIN);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void rolesComeIntoForce_whenASecondPersonApproves() {
    var page =
        system.submit(
            "/staff/new",
            "/staff",
            Map.of("name", "new.hand", "role", "REVIEWER", "reason", "hired"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("id=\"secret\"").contains("hired");
    assertThat(member("new.hand").roles()).isEmpty();
    String proposal = proposal("new.hand");
    assertThat(
            system
                .submit("/approvals", "/approvals/" + proposal + "/approve", Map.of())
                .statusCode())
        .isEqualTo(422);
    assertThat(security.get("/approvals").body()).contains("new.hand", "Reviewer");
    security.submit("/approvals", "/approvals/" + proposal + "/approve", Map.of());
    assertThat(member("new.hand").roles()).containsExactly(REVIEWER);
    assertThat(office.actTypes())
        .containsSubsequence("approval.proposed", "approval.approved", "staff.roles_set");
  }

  @Test
  void nobodyApprovesTheirOwnRoles() {
    String id = member("security").id();
    system.submit(
        "/staff/" + id, "/staff/" + id + "/roles", Map.of("role", "AUDIT_ADMIN", "reason", "r"));
    var answer =
        security.submit("/approvals", "/approvals/" + proposal("security") + "/approve", Map.of());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(member("security").roles()).containsExactly(SECURITY_ADMIN);
  }

  @Test
  void aChangeNeedsAReason_aMemberAndADifference() {
    office.browserOf("unchanged", REVIEWER);
    String id = member("unchanged").id();
    assertThat(roles(id, "AUDIT_ADMIN", "").statusCode()).isEqualTo(422);
    assertThat(roles(id, "REVIEWER", "why").statusCode()).isEqualTo(422);
    assertThat(system.get("/staff/stf_none").statusCode()).isEqualTo(404);
  }

  @Test
  void showsThePermissions() {
    assertThat(system.get("/staff/matrix").body())
        .contains("IDENTITY_REVEAL", "Reveal an identity, by two people");
  }

  @Test
  void theInterfaceDoesTheSame() {
    String token = system.token();
    Browser program = office.browser();
    String made = program.call("POST", "/api/v1/staff", token, "{\"name\":\"by.program\"}").body();
    String id = made.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    var step =
        program.call(
            "POST",
            "/api/v1/staff/" + id + "/roles",
            token,
            "{\"roles\":[\"AUDIT_ADMIN\"],\"reason\":\"hired\"}");
    assertThat(step.body()).contains("\"effective\":false", "\"state\":\"OPEN\"");
    assertThat(program.call("GET", "/api/v1/staff/" + id, token, "").body())
        .contains("\"roles\":[]", "\"second_factor\":false")
        .doesNotContain("hash");
    assertThat(program.call("GET", "/api/v1/staff/none", token, "").statusCode()).isEqualTo(404);
    assertThat(program.call("GET", "/api/v1/staff/matrix", token, "").body())
        .contains("\"SYSTEM_WRITE\":[\"SYSTEM_ADMIN\"]");
    assertThat(program.call("POST", "/api/v1/staff/" + id + "/disable", token, "").statusCode())
        .isEqualTo(204);
    assertThat(member("by.program").disabled()).isTrue();
    assertThat(program.call("POST", "/api/v1/staff/" + id + "/enable", token, "").statusCode())
        .isEqualTo(204);
    assertThat(member("by.program").disabled()).isFalse();
  }

  @Test
  void aLoneAdministratorActsAlone_untilThereIsASecond_andOnlyInDevelopment() {
    try (TestOffice small = TestOffice.start()) {
      StaffService staff = small.bean(StaffService.class);
      SignedIn admin = staff.all().getFirst().signedIn();
      Appointments appointments = small.bean(Appointments.class);
      Member reviewer = made(staff, "one");
      assertThat(appointments.alone(admin)).isTrue();
      assertThat(appointments.change(reviewer.id(), Set.of(REVIEWER), "", admin)).isTrue();
      Member second = made(staff, "two");
      assertThat(appointments.change(second.id(), Set.of(SECURITY_ADMIN), "", admin)).isTrue();
      assertThat(appointments.alone(admin)).isFalse();
      assertThat(appointments.change(reviewer.id(), Set.of(AUDIT_ADMIN), "why", admin)).isFalse();
    }
  }

  @Test
  void inProductionTheFirstSecurityAdministratorIsAppointedByOne_andNobodyElse() {
    SmsConfig none = new SmsConfig(SmsConfig.Kind.NONE, null, null, null, null, null);
    OfficeConfig config =
        new OfficeConfig(
            OfficeConfig.Mode.PRODUCTION, null, null, null, null, none, null, null, null);
    try (TestOffice strict = TestOffice.start(config, Clock.systemUTC())) {
      StaffService staff = strict.bean(StaffService.class);
      SignedIn admin = staff.all().getFirst().signedIn();
      Appointments appointments = strict.bean(Appointments.class);
      Member first = made(staff, "first");
      Member other = made(staff, "other");
      assertThat(appointments.change(other.id(), Set.of(AUDIT_ADMIN), "why", admin)).isFalse();
      assertThat(appointments.change(first.id(), Set.of(SECURITY_ADMIN), "", admin)).isTrue();
      Member late = made(staff, "late");
      assertThat(appointments.change(late.id(), Set.of(SECURITY_ADMIN), "why", admin)).isFalse();
      assertThatThrownBy(
              () -> appointments.change(late.id(), Set.of(SYSTEM_ADMIN, AUDIT_ADMIN), "why", admin))
          .hasMessage("staff.roles.separate");
    }
  }

  private static Member made(StaffService staff, String name) {
    staff.create(name, Set.<Role>of(), "system");
    return staff.all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private static HttpResponse<String> roles(String id, String role, String reason) {
    return system.submit(
        "/staff/" + id, "/staff/" + id + "/roles", Map.of("role", role, "reason", reason));
  }

  private static Member member(String name) {
    return office.bean(StaffService.class).all().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String proposal(String name) {
    return office.bean(Approvals.class).about(RoleChange.KIND, member(name).id()).getFirst().id();
  }
}

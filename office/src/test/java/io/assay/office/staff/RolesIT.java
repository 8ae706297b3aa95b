package io.assay.office.staff;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SECURITY_ADMIN;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.Approvals;
import io.assay.office.subject.SubjectService;
import io.assay.office.tenant.TenantService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RolesIT {
  /** Pages of everybody who has signed in, and pages that need no sign-in at all. */
  private static final List<String> UNDECLARED =
      List.of(
          "AccountPage",
          "ApprovalPage",
          "ApprovalApi",
          "TokenPage",
          "OverviewPage",
          "VerifyPage",
          "NetworkReturn",
          "GuardianPage",
          "OwnPage",
          "OwnApi",
          "OwnDocumentsPage",
          "PublicDocumentPage",
          "HomePage",
          "PreferencesPage",
          "FactorPage",
          "OidcSignIn",
          "CheckPage",
          "DecisionPage",
          "IntakePage",
          "IntakeApi",
          "PromisePage",
          "LogPage",
          "BasicErrorController",
          "OpenApiWebMvcResource",
          "MultipleOpenApiWebMvcResource",
          "PublicPage",
          "RefutationPage");

  private static TestOffice office;
  private static String tenant;
  private static String subject;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    tenant = office.bean(TenantService.class).create("one", "system").orElseThrow().id();
    subject = office.bean(SubjectService.class).register(tenant, "s", "system").orElseThrow().id();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void everyPageSaysWhoMayUseIt() {
    List<String> silent =
        office.bean(RequestMappingHandlerMapping.class).getHandlerMethods().values().stream()
            .filter(method -> AllowedCheck.declared(method) == null)
            .map(HandlerMethod::getBeanType)
            .map(Class::getSimpleName)
            .distinct()
            .toList();
    assertThat(UNDECLARED).containsAll(silent);
  }

  @Test
  void theSystemAdministratorMakesStaff_butNoKeys() {
    Browser browser = office.browserOf("system", SYSTEM_ADMIN);
    assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
    assertThat(browser.get("/exchanges").statusCode()).isEqualTo(403);
    assertThat(browser.get("/tenants").statusCode()).isEqualTo(403);
    assertThat(browser.get("/subjects/" + subject + "/keys").statusCode()).isEqualTo(403);
    assertThat(browser.get("/subjects/" + subject + "/identity").statusCode()).isEqualTo(403);
    assertThat(create(browser, "made").statusCode()).isEqualTo(200);
    assertThat(create(browser, "made").statusCode()).isEqualTo(422);
  }

  @Test
  void theAuditAdministratorReadsEverything_andChangesNothing() {
    Browser browser = office.browserOf("audit", AUDIT_ADMIN);
    for (String page :
        List.of(
            "/staff",
            "/exchanges",
            "/tenants",
            "/tenants/" + tenant + "/subjects",
            "/subjects/" + subject,
            "/subjects/" + subject + "/keys",
            "/subjects/" + subject + "/identity")) {
      assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200);
    }
    for (String action :
        List.of("/tenants", "/tenants/" + tenant + "/subjects", "/subjects/" + subject + "/keys")) {
      assertThat(
              browser
                  .submit("/tenants", action, Map.of("name", "x", "reference", "x"))
                  .statusCode())
          .as(action)
          .isEqualTo(403);
    }
    assertThat(create(browser, "forbidden").statusCode()).isEqualTo(403);
  }

  @Test
  void theReviewerSeesNoRegisterOfPersons() {
    Browser browser = office.browserOf("reviewer", REVIEWER);
    assertThat(browser.get("/staff").statusCode()).isEqualTo(403);
    assertThat(browser.get("/tenants").statusCode()).isEqualTo(403);
    assertThat(browser.get("/subjects/" + subject).statusCode()).isEqualTo(403);
  }

  @Test
  void noOneChangesTheirOwnRolesOrAccount() {
    Browser browser = office.browserOf("selfish", SYSTEM_ADMIN);
    String self = member("selfish").id();
    for (String action : List.of("roles", "disable", "reset-password")) {
      assertThat(
              browser
                  .submit(
                      "/staff/new",
                      "/staff/" + self + "/" + action,
                      Map.of("role", "SECURITY_ADMIN", "reason", "more power"))
                  .statusCode())
          .as(action)
          .isEqualTo(422);
    }
    assertThat(member("selfish").roles()).containsExactly(SYSTEM_ADMIN);
  }

  @Test
  void changedRolesAndClosedAccounts_endTheSessionAtOnce() {
    Browser officer = office.browserOf("officer", COMPLIANCE_OFFICER);
    String token = officer.token();
    assertThat(officer.get("/tenants").statusCode()).isEqualTo(200);
    Browser admin = office.browserOf("closer", SYSTEM_ADMIN);
    String id = member("officer").id();
    admin.submit(
        "/staff/new", "/staff/" + id + "/roles", Map.of("role", "REVIEWER", "reason", "moves"));
    assertThat(officer.get("/tenants").statusCode()).isEqualTo(200);
    String proposal = office.bean(Approvals.class).about("staff.roles", id).getFirst().id();
    office
        .browserOf("second", SECURITY_ADMIN)
        .submit("/approvals", "/approvals/" + proposal + "/approve", Map.of());
    assertThat(SignInIT.location(officer.get("/tenants"))).endsWith("/sign-in?ended");
    assertThat(call("GET", "/api/v1/tenants", token).statusCode()).isEqualTo(403);
    admin.submit("/staff/new", "/staff/" + id + "/disable", Map.of());
    assertThat(SignInIT.location(officer.signIn("officer", TestOffice.PASSWORD)))
        .endsWith("/sign-in?error");
    assertThat(call("GET", "/api/v1/tenants", token).statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenBelongsToItsMember() {
    Browser one = office.browserOf("one", SECURITY_ADMIN);
    Browser other = office.browserOf("other", SECURITY_ADMIN);
    String secret = one.token();
    String id = office.bean(AccessTokens.class).of(member("one").signedIn()).getFirst().id();
    assertThat(
            other
                .submit("/account/tokens", "/account/tokens/" + id + "/revoke", Map.of())
                .statusCode())
        .isEqualTo(404);
    assertThat(call("GET", "/api/v1/tenants", secret).statusCode()).isEqualTo(200);
    one.submit("/account/tokens", "/account/tokens/" + id + "/revoke", Map.of());
    assertThat(call("GET", "/api/v1/tenants", secret).statusCode()).isEqualTo(401);
  }

  @Test
  void theInterfaceTakesTokensOnly() {
    Browser browser = office.browserOf("sessions", SECURITY_ADMIN);
    assertThat(browser.get("/api/v1/tenants").statusCode()).isEqualTo(401);
    assertThat(call("GET", "/api/v1/tenants", "assay_st_nonsense").statusCode()).isEqualTo(401);
  }

  @Test
  void theInterfaceKeepsTheRegisters() {
    String token = office.browserOf("programmer", SECURITY_ADMIN).token();
    Browser browser = office.browser();
    var made = browser.call("POST", "/api/v1/tenants", token, "{\"name\":\"by program\"}");
    assertThat(made.statusCode()).isEqualTo(201);
    String id = made.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    var registered =
        browser.call(
            "POST", "/api/v1/tenants/" + id + "/subjects", token, "{\"reference\":\"u1\"}");
    assertThat(registered.statusCode()).isEqualTo(201);
    assertThat(registered.body()).contains("\"verify_url\":\"http://localhost:8081/verify-");
    String user = registered.body().replaceAll(".*\"id\":\"(sub_[^\"]+)\".*", "$1");
    var issued =
        browser.call("POST", "/api/v1/subjects/" + user + "/keys", token, "{\"name\":\"k\"}");
    assertThat(issued.body()).contains("\"secret\":\"assay_sk_");
    assertThat(browser.call("GET", "/api/v1/subjects/" + user + "/keys", token, "").body())
        .contains("\"hint\":\"assay_sk_")
        .doesNotContain("secret");
    String key = issued.body().replaceAll(".*\"id\":\"(key_[^\"]+)\".*", "$1");
    assertThat(browser.call("DELETE", "/api/v1/keys/" + key, token, "").statusCode())
        .isEqualTo(204);
    assertThat(browser.call("DELETE", "/api/v1/keys/" + key, token, "").statusCode())
        .isEqualTo(404);
    assertThat(browser.call("GET", "/api/v1/subjects/sub_none", token, "").statusCode())
        .isEqualTo(404);
    assertThat(browser.call("POST", "/api/v1/tenants", token, "{nonsense").statusCode())
        .isEqualTo(400);
    assertThat(browser.call("GET", "/api/v1/exchanges", token, "").statusCode()).isEqualTo(403);
  }

  @Test
  void theInterfaceTellsOfExchanges() {
    String token = office.browserOf("auditor", AUDIT_ADMIN).token();
    assertThat(call("GET", "/api/v1/overview", token).body())
        .contains("\"totals\":{", "\"minutes\":[{");
    assertThat(call("GET", "/api/v1/exchanges?outcome=DELIVERED&gaps=true", token).body())
        .isEqualTo("{\"exchanges\":[],\"next\":\"\"}");
    assertThat(call("GET", "/api/v1/exchanges?outcome=NONSENSE", token).statusCode())
        .isEqualTo(400);
    assertThat(call("GET", "/api/v1/exchanges/none", token).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> call(String method, String path, String token) {
    return office.browser().call(method, path, token, "");
  }

  private static HttpResponse<String> create(Browser browser, String name) {
    return browser.submit(
        "/staff/new", "/staff", Map.of("name", name, "role", "REVIEWER", "reason", "hired"));
  }

  private static Member member(String name) {
    return office.bean(StaffService.class).all().stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

package io.assay.office.identity;

import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.PRIVACY_OFFICER;
import static io.assay.office.staff.Role.SECURITY_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.IdentityPolicy;
import io.assay.office.OfficeConfig;
import io.assay.office.SmsConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.VerifierConfig;
import io.assay.office.approval.Approvals;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.office.tenant.TenantService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifying again, staying barred, and the reveal of an identity by two people. */
class IdentityRisksIT {
  private static final String RESIDENT = "11010519491231002X";
  private static final TestClock CLOCK = new TestClock("2026-11-21T04:00:00Z");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static FakeProviders providers;
  private static TestOffice office;
  private static String tenant;
  private static String otherTenant;
  private static SubjectService subjects;

  @BeforeAll
  static void start() {
    providers = new FakeProviders();
    SmsConfig sms =
        new SmsConfig(
            SmsConfig.Kind.HTTP,
            providers.address("/sms").toString(),
            null,
            Map.of("Authorization", "Bearer test"),
            "{\"to\":\"{number}\",\"code\":\"{code}\",\"minutes\":\"{minutes}\"}",
            null);
    VerifierConfig register =
        new VerifierConfig(
            providers.address("/register").toString(),
            null,
            null,
            "xm",
            null,
            "/data/result",
            Set.of("01"),
            null);
    IdentityPolicy policy =
        new IdentityPolicy(null, null, null, null, null, null, null, null, null, true, null, null);
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, policy, sms, register, register, null), CLOCK);
    subjects = office.bean(SubjectService.class);
    tenant = office.bean(TenantService.class).create("one", "system").orElseThrow().id();
    otherTenant = office.bean(TenantService.class).create("two", "system").orElseThrow().id();
  }

  @AfterAll
  static void stop() {
    office.close();
    providers.close();
  }

  @Test
  void aNumberGivenOutAnew_asksItsFormerHolderToVerifyAgain() {
    Subject former = byMobile(tenant, "13900000001");
    CLOCK.advance(Duration.ofDays(91));
    Subject holder = byMobile(otherTenant, "13900000001");
    assertThat(state(holder)).isEqualTo(SubjectState.VERIFIED);
    assertThat(state(former)).isEqualTo(SubjectState.RE_VERIFY);
    assertThat(subjects.find(former.id()).orElseThrow().reason())
        .isEqualTo("number given out anew");
  }

  @Test
  void aNumberUsedTwiceInAShortTime_asksNobody_norWhoIsKnownByMore() {
    Subject first = byMobile(tenant, "13900000002");
    CLOCK.advance(Duration.ofDays(10));
    byMobile(tenant, "13900000002");
    assertThat(state(first)).isEqualTo(SubjectState.VERIFIED);
    Subject known = byMobile(tenant, "13900000003");
    subjects.reverify(known.id(), "test", "system");
    assertThat(organisation(known, "91350100M000100Y43").statusCode()).isEqualTo(200);
    CLOCK.advance(Duration.ofDays(91));
    byMobile(tenant, "13900000003");
    assertThat(state(known)).isEqualTo(SubjectState.VERIFIED);
  }

  @Test
  void staffAsksToVerifyAgain_withAReason() {
    Subject subject = byMobile(tenant, "13900000004");
    Browser security = office.browserOf("again", SECURITY_ADMIN);
    String page = "/subjects/" + subject.id();
    assertThat(security.get(page).body()).contains("/re-verify");
    security.submit(page, page + "/re-verify", Map.of("reason", "unusual use"));
    assertThat(state(subject)).isEqualTo(SubjectState.RE_VERIFY);
    assertThat(security.submit(page, page + "/re-verify", Map.of("reason", "x")).statusCode())
        .isEqualTo(422);
    assertThat(office.browser().get(subject.ownPath()).body()).contains("unusual use");
    String token = security.token();
    assertThat(
            office
                .browser()
                .call("POST", "/api/v1" + page + "/re-verify", token, "{\"reason\":\"r\"}")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void whoWasClosedComesBackInNoTenant_butWhoLeftMay() {
    Subject closed = byMobile(tenant, "13900000005");
    subjects.move(closed.id(), SubjectState.CLOSED, "fraud", "staff:stf_1");
    assertThat(subjects.find(closed.id()).orElseThrow().barred()).isTrue();
    assertThat(state(byMobile(otherTenant, "13900000005"))).isEqualTo(SubjectState.VERIFYING);

    Subject left = byMobile(tenant, "13900000006");
    Browser browser = office.browser();
    browser.post(left.ownPath() + "/leave", Map.of());
    assertThat(state(left)).isEqualTo(SubjectState.VERIFIED);
    browser.post(left.ownPath() + "/leave", Map.of("sure", "true"));
    assertThat(state(left)).isEqualTo(SubjectState.CLOSED);
    assertThat(state(byMobile(tenant, "13900000006"))).isEqualTo(SubjectState.VERIFIED);

    Subject suspended = byMobile(tenant, "13900000007");
    subjects.suspend(suspended.id(), "repeated", null, "system");
    browser.post(suspended.ownPath() + "/leave", Map.of("sure", "true"));
    assertThat(state(byMobile(otherTenant, "13900000007"))).isEqualTo(SubjectState.VERIFYING);
  }

  @Test
  void twoOfficersRevealAnIdentity_forAWhile_andEveryLookIsRecorded() {
    Subject subject = registered(tenant);
    office
        .browser()
        .post(
            subject.verificationPath() + "/resident",
            Map.of("name", "Zhang San", "number", RESIDENT));
    String page = "/subjects/" + subject.id() + "/identity";
    String id = office.bean(IdentityService.class).of(subject.id()).getFirst().id();
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select string_agg(v::text, ' ') from identity.verification v")
                .query(String.class)
                .single())
        .doesNotContain(RESIDENT, "Zhang San");

    Browser compliance = office.browserOf("compliance", COMPLIANCE_OFFICER);
    Browser privacy = office.browserOf("privacy", PRIVACY_OFFICER);
    Browser third = office.browserOf("third", PRIVACY_OFFICER);
    compliance.submit(page, "/verifications/" + id + "/reveal", Map.of("reason", "order 12"));
    String proposal = office.bean(Approvals.class).about(Reveals.KIND, id).getFirst().id();
    String approve = "/approvals/" + proposal + "/approve";
    assertThat(compliance.submit("/approvals", approve, Map.of()).statusCode()).isEqualTo(422);
    privacy.submit("/approvals", approve, Map.of());

    String reveal = "/reveals/" + office.bean(Reveals.class).of(subject.id()).getFirst().id();
    long before = looks();
    assertThat(compliance.get(reveal).body()).contains(RESIDENT, "Zhang San");
    assertThat(privacy.get(reveal).body()).contains(RESIDENT);
    assertThat(third.get(reveal).statusCode()).isEqualTo(422);
    assertThat(third.get(reveal).body()).doesNotContain(RESIDENT);
    assertThat(looks()).isEqualTo(before + 2);
    assertThat(office.acts().toString()).doesNotContain(RESIDENT, "Zhang San");
    CLOCK.advance(Duration.ofMinutes(61));
    assertThat(compliance.get(page).body()).contains("order 12").doesNotContain(RESIDENT);
  }

  @Test
  void programsReadAttemptsMasked_andAskForAReveal() {
    Subject subject = registered(tenant);
    office
        .browser()
        .post(
            subject.verificationPath() + "/resident",
            Map.of("name", "Zhang San", "number", RESIDENT));
    String token = office.browserOf("asking", COMPLIANCE_OFFICER).token();
    String path = "/api/v1/subjects/" + subject.id() + "/verifications";
    String attempts = office.browser().call("GET", path, token, "").body();
    assertThat(attempts)
        .contains("\"subject\":\"" + subject.id() + "\"", "\"masked\":")
        .doesNotContain(RESIDENT, "Zhang San");
    String id = attempts.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
    String reveal = "/api/v1/verifications/" + id + "/reveal";
    assertThat(office.browser().call("POST", reveal, token, "{\"reason\":\"order 14\"}").body())
        .contains("\"state\":\"OPEN\"", "order 14", "\"kind\":\"" + Reveals.KIND + "\"");
  }

  @Test
  void programsAskToVerifyAgain() {
    Subject subject = byMobile(tenant, "13900000009");
    String token = office.browserOf("again-program", SECURITY_ADMIN).token();
    String path = "/api/v1/subjects/" + subject.id() + "/re-verify";
    assertThat(office.browser().call("POST", path, token, "{\"reason\":\"lent out\"}").body())
        .contains("\"state\":\"RE_VERIFY\"", "lent out");
    assertThat(state(subject)).isEqualTo(SubjectState.RE_VERIFY);
  }

  @Test
  void onlyOfficersAskForAReveal() {
    Subject subject = byMobile(tenant, "13900000008");
    String id = office.bean(IdentityService.class).of(subject.id()).getFirst().id();
    Browser security = office.browserOf("curious", SECURITY_ADMIN);
    assertThat(
            security
                .submit("/tenants", "/verifications/" + id + "/reveal", Map.of("reason", "r"))
                .statusCode())
        .isEqualTo(403);
    assertThat(security.get("/reveals/rev_x").statusCode()).isEqualTo(403);
  }

  private static long looks() {
    return office.actTypes().stream().filter("identity.revealed"::equals).count();
  }

  private static Subject byMobile(String of, String number) {
    CLOCK.advance(Duration.ofSeconds(61));
    Subject subject = registered(of);
    Browser browser = office.browser();
    browser.post(subject.verificationPath() + "/mobile", Map.of("number", number));
    browser.post(subject.verificationPath() + "/code", Map.of("code", providers.lastCode()));
    return subject;
  }

  private static HttpResponse<String> organisation(Subject subject, String code) {
    return office
        .browser()
        .post(
            subject.verificationPath() + "/organisation",
            Map.of("name", "Zhang San", "number", code));
  }

  private static Subject registered(String of) {
    return subjects.register(of, "s" + COUNT.incrementAndGet(), "system").orElseThrow();
  }

  private static SubjectState state(Subject subject) {
    return subjects.find(subject.id()).orElseThrow().state();
  }
}

package io.assay.office.sanction;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.access.SnapshotSource;
import io.assay.office.Multipart;
import io.assay.office.OfficeConfig;
import io.assay.office.SmsConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.identity.FakeProviders;
import io.assay.office.key.Key;
import io.assay.office.key.KeyService;
import io.assay.office.sanction.Sanction.State;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.office.tenant.TenantService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A closure can be contested for a while and is final then. */
class FinalClosureIT {
  private static final TestClock CLOCK = new TestClock("2026-11-20T02:00:00Z");
  private static FakeProviders providers;
  private static TestOffice office;
  private static SubjectService subjects;
  private static Browser reviewer;
  private static Browser handler;
  private static Browser officer;
  private static Browser otherOfficer;
  private static String one;
  private static String two;

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
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, null, sms, null, null, null), CLOCK);
    subjects = office.bean(SubjectService.class);
    TenantService tenants = office.bean(TenantService.class);
    one = tenants.create("one", "system").orElseThrow().id();
    two = tenants.create("two", "system").orElseThrow().id();
    reviewer = office.browserOf("reviewer", REVIEWER);
    handler = office.browserOf("handler", CASE_HANDLER);
    officer = office.browserOf("officer", COMPLIANCE_OFFICER);
    otherOfficer = office.browserOf("other.officer", COMPLIANCE_OFFICER);
  }

  @AfterAll
  static void stop() {
    office.close();
    providers.close();
  }

  @Test
  void whoWasClosedForGood_losesTheKeys_andComesBackInNoTenant() {
    Subject subject = byMobile(one, "s1", "13900000011");
    assertThat(office.bean(KeyService.class).issue(subject.id(), "k", "system")).isPresent();
    Sanction closure = closed(subject);
    assertThat(closure.appealUntil()).isEqualTo("2026-12-20T15:59:59.999999Z");
    assertThat(office.browser().get(subject.ownPath()).body())
        .contains("2026-12-20 23:59", "no number of the law", "/appeal?about=" + closure.id());

    after(Duration.ofDays(29));
    assertThat(state(subject)).isEqualTo(SubjectState.SUSPENDED);
    assertThat(keys(subject)).hasSize(1);
    after(Duration.ofDays(3));
    assertThat(state(subject)).isEqualTo(SubjectState.CLOSED);
    assertThat(keys(subject)).isEmpty();
    assertThat(office.bean(SnapshotSource.class).read().standing(subject.id())).isEmpty();
    assertThat(office.actTypes()).contains("sanction.final", "key.revoked");
    assertThat(office.browser().get("/decision/" + closure.id()).body())
        .contains("Final since", "closed for good", "repeated insults")
        .doesNotContain("/appeal?about=");
    assertThat(office.browser().get(subject.ownPath()).body())
        .contains("This account is closed.")
        .doesNotContain("/appeal?about=");
    assertThat(state(byMobile(two, "s1-again", "13900000011"))).isEqualTo(SubjectState.VERIFYING);
  }

  @Test
  void whatIsFinal_isTakenBackByNobody() {
    Subject subject = byMobile(one, "s2", "13900000012");
    Sanction closure = closed(subject);
    after(Duration.ofDays(32));
    Sanctions sanctions = office.bean(Sanctions.class);
    assertThatThrownBy(() -> sanctions.lift(closure.id(), "mercy", "staff:1"))
        .isInstanceOf(ActionRefusedException.class)
        .hasMessage("sanction.final");
    assertThat(appeal(closure).body()).contains("intake.about.late");
    JdbcClient jdbc = office.bean(JdbcClient.class);
    assertThatThrownBy(
            () ->
                jdbc.sql("update sanction.sanction set state = 'LIFTED' where id = ?")
                    .param(closure.id())
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void anAppealThatWaits_keepsItOpen_andAnUpheldOneLiftsIt() {
    Subject subject = byMobile(one, "s3", "13900000013");
    Sanction closure = closed(subject);
    HttpResponse<String> lodged = appeal(closure);
    assertThat(lodged.statusCode()).as(lodged.body()).isEqualTo(201);
    after(Duration.ofDays(40));
    assertThat(state(subject)).isEqualTo(SubjectState.SUSPENDED);
    String appeal = lodged.body().replaceAll("(?s).*\"id\":\"(cas_[^\"]+)\".*", "$1");
    done(handler, "/cases/" + appeal + "/claim", Map.of());
    done(
        handler,
        "/cases/" + appeal + "/decide",
        Map.of("finding", "UPHELD", "text", "It was somebody else."));
    String proposal = office.bean(Approvals.class).about("intake.appeal", appeal).getFirst().id();
    done(otherOfficer, "/approvals/" + proposal + "/approve", Map.of());
    assertThat(state(subject)).isEqualTo(SubjectState.VERIFIED);
    after(Duration.ofDays(1));
    Sanction ended = office.bean(Sanctions.class).find(closure.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(State.OVERTURNED);
    assertThat(ended.finalAt()).isNull();
  }

  private static void done(Browser browser, String step, Map<String, String> form) {
    HttpResponse<String> answer = browser.submit("/approvals", step, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("/sign-in");
  }

  private static void after(Duration time) {
    CLOCK.advance(time);
    office.bean(FinalClosure.class).settle();
  }

  private static Sanction closed(Subject subject) {
    reviewer.submit(
        "/sanctions",
        "/sanctions",
        Map.of(
            "subject", subject.id(),
            "level", "CLOSE",
            "ground", "AGAINST_RULES",
            "facts", "repeated insults",
            "clause", "user agreement, 4.2",
            "days", "0"));
    String proposal =
        office.bean(Approvals.class).about("sanction.close", subject.id()).getFirst().id();
    officer.submit("/approvals", "/approvals/" + proposal + "/approve", Map.of());
    assertThat(state(subject)).isEqualTo(SubjectState.SUSPENDED);
    return office.bean(Sanctions.class).of(subject.id()).getFirst();
  }

  private static HttpResponse<String> appeal(Sanction against) {
    return Multipart.of("about", against.id(), "text", "It was not me.")
        .post(office, "/api/v1/intake/appeal");
  }

  private static Subject byMobile(String tenant, String reference, String number) {
    CLOCK.advance(Duration.ofSeconds(61));
    Subject subject = subjects.register(tenant, reference, "system").orElseThrow();
    Browser browser = office.browser();
    browser.post(subject.verificationPath() + "/mobile", Map.of("number", number));
    browser.post(subject.verificationPath() + "/code", Map.of("code", providers.lastCode()));
    return subject;
  }

  private static SubjectState state(Subject subject) {
    return subjects.find(subject.id()).orElseThrow().state();
  }

  private static List<Key> keys(Subject subject) {
    return office.bean(KeyService.class).of(subject.id()).stream().filter(Key::inForce).toList();
  }
}

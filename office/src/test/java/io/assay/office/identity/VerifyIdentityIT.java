package io.assay.office.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Standing;
import io.assay.office.OfficeConfig;
import io.assay.office.SmsConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.VerifierConfig;
import io.assay.office.key.KeyService;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class VerifyIdentityIT {
  private static final String RESIDENT = "11010519491231002X";
  private static final TestClock CLOCK = new TestClock("2026-11-21T10:00:00Z");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static FakeProviders providers;
  private static TestOffice office;
  private static String tenant;

  private Browser browser;
  private Subject subject;
  private String page;
  private String number;

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
            "local stand-in",
            null,
            "xm",
            "zjhm",
            "/data/result",
            Set.of("01"),
            null);
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, null, sms, register, register, null), CLOCK);
    tenant = office.bean(TenantService.class).create("a tenant", "system").orElseThrow().id();
  }

  @AfterAll
  static void stop() {
    office.close();
    providers.close();
  }

  @BeforeEach
  void register() {
    int n = COUNT.incrementAndGet();
    subject = office.bean(SubjectService.class).register(tenant, "s" + n, "system").orElseThrow();
    page = subject.verificationPath();
    browser = office.browser();
    number = "1380000%04d".formatted(n);
    providers.answerSmsWith(200);
    providers.answerRegisterWith("");
  }

  @Test
  void verifiesByMobileCode_andOpensTheGate() {
    var key =
        office.bean(KeyService.class).issue(subject.id(), "k", "system").orElseThrow().secret();
    SnapshotSource source = office.bean(SnapshotSource.class);
    assertThat(source.read().standing(subject.id())).containsInstanceOf(Standing.Unverified.class);

    assertThat(send(number).body()).contains("138****" + number.substring(7));
    assertThat(state()).isEqualTo(SubjectState.VERIFYING);
    long before = source.version();
    HttpResponse<String> answer = check(providers.lastCode());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<form");
    assertThat(source.version()).isGreaterThan(before);
    assertThat(source.read().standing(subject.id())).contains(new Standing.Good());
    assertThat(source.read().key(key.sha256())).isPresent();
    assertThat(office.actTypes()).contains("subject.code_requested", "subject.verified");
  }

  @Test
  void keepsNeitherNumberNorCode() {
    send(number);
    String code = providers.lastCode();
    check(code);
    resident("Zhang San", RESIDENT);
    String rows =
        office
            .bean(JdbcClient.class)
            .sql(
                "select string_agg(row::text, ' ') from (select v::text as row from"
                    + " identity.verification v union all select c::text from"
                    + " identity.one_time_code c) t")
            .query(String.class)
            .single();
    assertThat(rows).doesNotContain(number).doesNotContain(RESIDENT).doesNotContain("," + code);
    assertThat(office.acts().toString())
        .doesNotContain(number)
        .doesNotContain(RESIDENT)
        .doesNotContain(code)
        .doesNotContain("Zhang San")
        .doesNotContain("**");
  }

  @Test
  void refusesAWrongCode_andEveryCodeAfterTheFifthTry() {
    send(number);
    String right = providers.lastCode();
    String wrong = right.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      assertThat(check(wrong).statusCode()).isEqualTo(422);
    }
    assertThat(check(right).statusCode()).isEqualTo(422);
    assertThat(state()).isEqualTo(SubjectState.VERIFYING);
  }

  @Test
  void refusesACodeThatHasExpired() {
    send(number);
    CLOCK.advance(Duration.ofMinutes(5));
    assertThat(check(providers.lastCode()).statusCode()).isEqualTo(422);
    assertThat(state()).isEqualTo(SubjectState.VERIFYING);
  }

  @Test
  void refusesACodeAfterItWasUsedOrReplaced() {
    send(number);
    String first = providers.lastCode();
    CLOCK.advance(Duration.ofSeconds(61));
    send(number);
    String second = providers.lastCode();
    if (!first.equals(second)) {
      assertThat(check(first).statusCode()).isEqualTo(422);
    }
    assertThat(check(second).statusCode()).isEqualTo(200);
    assertThat(check(second).statusCode()).isEqualTo(422);
  }

  @Test
  void refusesACodeOfAnotherSubject() {
    send(number);
    String code = providers.lastCode();
    Subject other =
        office
            .bean(SubjectService.class)
            .register(tenant, subject.reference() + "-other", "system")
            .orElseThrow();
    assertThat(browser.post(other.verificationPath() + "/code", Map.of("code", code)).statusCode())
        .isEqualTo(422);
  }

  @Test
  void sendsOneCodeAMinute_toASubjectAndToANumber() {
    send(number);
    int sent = providers.messages().size();
    assertThat(send(number).statusCode()).isEqualTo(422);
    assertThat(send("13900009999").statusCode()).isEqualTo(422);
    Subject other =
        office
            .bean(SubjectService.class)
            .register(tenant, subject.reference() + "-neighbour", "system")
            .orElseThrow();
    assertThat(
            browser
                .post(other.verificationPath() + "/mobile", Map.of("number", number))
                .statusCode())
        .isEqualTo(422);
    assertThat(providers.messages()).hasSize(sent);
  }

  @Test
  void sendsTenCodesADay() {
    for (int i = 0; i < 10; i++) {
      assertThat(send(number).statusCode()).isEqualTo(200);
      CLOCK.advance(Duration.ofSeconds(61));
    }
    assertThat(send(number).statusCode()).isEqualTo(422);
    CLOCK.advance(Duration.ofDays(1));
    assertThat(send(number).statusCode()).isEqualTo(200);
  }

  @Test
  void saysSo_whenTheProviderDoesNotTakeTheCode() {
    providers.answerSmsWith(500);
    assertThat(send(number).statusCode()).isEqualTo(422);
    assertThat(check(providers.lastCode()).statusCode()).isEqualTo(422);
    assertThat(office.actTypes()).contains("subject.code_not_sent");
  }

  @Test
  void verifiesANameWithItsNumber() {
    assertThat(resident("Zhang San", " 110105 19491231 002x").statusCode()).isEqualTo(200);
    assertThat(state()).isEqualTo(SubjectState.VERIFIED);
    assertThat(providers.questions().getLast())
        .contains("\"xm\":\"Zhang San\"")
        .contains("\"zjhm\":\"" + RESIDENT + "\"");
    IdentityVerification row = office.bean(IdentityService.class).of(subject.id()).getFirst();
    assertThat(row.method()).isEqualTo(Method.RESIDENT_ID);
    assertThat(row.provider()).isEqualTo("local stand-in");
    assertThat(row.result()).isEqualTo(IdentityVerification.Result.CONFIRMED);
    assertThat(row.masked()).isEqualTo("110***********002X");
    assertThat(row.referenceHmac()).matches("[0-9a-f]{64}");
  }

  @Test
  void refusesAMismatch_andAsksTheRegisterFiveTimesADayAtMost() {
    int asked = providers.questions().size();
    for (int i = 0; i < 7; i++) {
      assertThat(resident("Li Si", RESIDENT).statusCode()).isEqualTo(422);
    }
    assertThat(providers.questions()).hasSize(asked + 5);
    assertThat(state()).isEqualTo(SubjectState.REGISTERED);
  }

  @Test
  void doesNotAskTheRegister_whenTheNumberIsImpossible() {
    int asked = providers.questions().size();
    assertThat(resident("Zhang San", "110105194912310021").statusCode()).isEqualTo(422);
    assertThat(resident("Zhang San", "999999202001010010").statusCode()).isEqualTo(422);
    assertThat(providers.questions()).hasSize(asked);
  }

  @Test
  void verifiesNobody_whenTheRegisterAnswersNonsense() {
    for (String answer :
        new String[] {
          "<html>", "{}", "{\"data\":{\"result\":null}}", "[1,2", "{\"result\":\"01\"}"
        }) {
      providers.answerRegisterWith(answer);
      assertThat(resident("Zhang San", RESIDENT).statusCode()).isEqualTo(422);
    }
    assertThat(state()).isEqualTo(SubjectState.REGISTERED);
  }

  @Test
  void verifiesAnOrganisation() {
    HttpResponse<String> answer =
        browser.post(
            page + "/organisation", Map.of("name", "Zhang San", "number", "91350100M000100Y43"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(state()).isEqualTo(SubjectState.VERIFIED);
  }

  @Test
  void barsTheNumberOfASuspendedSubject_fromANewOne() {
    String organisation = "91110000802100433B";
    Map<String, String> form = Map.of("name", "Zhang San", "number", organisation);
    assertThat(browser.post(page + "/organisation", form).statusCode()).isEqualTo(200);
    SubjectService subjects = office.bean(SubjectService.class);
    assertThat(subjects.suspend(subject.id(), "repeated", null, "system")).isPresent();
    Subject again = subjects.register(tenant, "again", "system").orElseThrow();
    assertThat(browser.post(again.verificationPath() + "/organisation", form).statusCode())
        .isEqualTo(422);
    assertThat(subjects.find(again.id()).orElseThrow().state()).isEqualTo(SubjectState.REGISTERED);
    assertThat(browser.post(page + "/organisation", form).statusCode()).isEqualTo(422);
    assertThat(state()).isEqualTo(SubjectState.SUSPENDED);
  }

  @Test
  void takesTheStandingBack_whenTheVerificationLapses() {
    send(number);
    check(providers.lastCode());
    assertThat(state()).isEqualTo(SubjectState.VERIFIED);
    CLOCK.advance(Duration.ofDays(365));
    office.bean(IdentityService.class).lapse();
    assertThat(state()).isEqualTo(SubjectState.RE_VERIFY);
  }

  @Test
  void showsNothing_underAnUnknownAddress() {
    assertThat(browser.get("/verify-identity/" + "A".repeat(32)).statusCode()).isEqualTo(404);
    assertThat(browser.post("/verify-identity/x/code", Map.of("code", "000000")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void speaksTheLanguageOfThePhone_withoutScriptsOrCookies() {
    HttpResponse<String> chinese = browser.get(page, "Accept-Language", "zh-CN");
    assertThat(chinese.body()).contains("实名认证").doesNotContain("??");
    HttpResponse<String> english = browser.get(page, "Accept-Language", "en");
    assertThat(english.body()).contains("Verify your identity").doesNotContain("??");
    assertThat(english.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(english.body()).doesNotContain(subject.reference());
  }

  private HttpResponse<String> send(String to) {
    return browser.post(page + "/mobile", Map.of("number", to));
  }

  private HttpResponse<String> check(String code) {
    return browser.post(page + "/code", Map.of("code", code));
  }

  private HttpResponse<String> resident(String name, String id) {
    return browser.post(page + "/resident", Map.of("name", name, "number", id));
  }

  private SubjectState state() {
    return office.bean(SubjectService.class).find(subject.id()).orElseThrow().state();
  }
}

package io.assay.office.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Standing;
import io.assay.office.IdentityPolicy;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.VerifierConfig;
import io.assay.office.key.KeyService;
import io.assay.office.oidc.FakeOidcProvider;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.office.tenant.TenantService;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Minors with their guardians, and the national network identity. */
class IdentityWaysIT {
  private static final String CHILD = "999999201211220011";
  private static final String ADULT = "11010519491231002X";
  private static final TestClock CLOCK = new TestClock("2026-11-21T04:00:00Z");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static FakeProviders providers;
  private static FakeOidcProvider network;
  private static TestOffice office;
  private static String tenant;

  private Browser browser;
  private Subject subject;

  @BeforeAll
  static void start() {
    providers = new FakeProviders();
    network = new FakeOidcProvider();
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
        new IdentityPolicy(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            network.config("network_number"));
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, policy, null, register, register, null),
            CLOCK);
    tenant = office.bean(TenantService.class).create("t", "system").orElseThrow().id();
  }

  @AfterAll
  static void stop() {
    office.close();
    network.close();
    providers.close();
  }

  @BeforeEach
  void register() {
    subject =
        office
            .bean(SubjectService.class)
            .register(tenant, "s" + COUNT.incrementAndGet(), "system")
            .orElseThrow();
    office.bean(KeyService.class).issue(subject.id(), "k", "system");
    browser = office.browser();
    providers.answerRegisterWith("");
    network.vouchesFor(Map.of("network_number", "N-" + subject.id()));
  }

  @Test
  void aMinorIsVerified_whenAGuardianProvesWhoTheyAreAndAgrees() {
    assertThat(
            browser
                .post(
                    subject.verificationPath() + "/resident",
                    Map.of("name", "Zhang San", "number", CHILD))
                .statusCode())
        .isEqualTo(422);
    HttpResponse<String> answer = minor(Map.of());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(state()).isEqualTo(SubjectState.VERIFIED);
    Guardianship consent = consent();
    assertThat(answer.body()).contains("/guardian/" + consent.token());
    assertThat(consent.guardianMasked()).isEqualTo("110***********002X");
    assertThat(consent.consentSha256()).matches("[0-9a-f]{64}");
    assertThat(office.actTypes()).contains("subject.verified", "subject.guardian_consented");
    assertThat(office.acts().toString()).doesNotContain(ADULT, CHILD, "Zhang San");
  }

  @Test
  void aGuardianTakesTheConsentBack_andTheMinorMayNotGoOn() {
    minor(Map.of());
    assertThat(standing()).isInstanceOf(Standing.Good.class);
    String page = "/guardian/" + consent().token();
    assertThat(browser.get(page).body()).contains("110***********002X").doesNotContain("??");
    browser.post(page + "/withdraw", Map.of());
    assertThat(state()).isEqualTo(SubjectState.RE_VERIFY);
    assertThat(standing()).isInstanceOf(Standing.Unverified.class);
    assertThat(consent().inForce()).isFalse();
    assertThat(browser.get(page).body()).doesNotContain("<form");
    browser.post(page + "/withdraw", Map.of());
    assertThat(office.actTypes().stream().filter("subject.guardian_withdrew"::equals)).hasSize(1);
    minor(Map.of());
    assertThat(state()).isEqualTo(SubjectState.VERIFIED);
  }

  @Test
  void refusesGuardiansWhoAreNone() {
    assertThat(minor(Map.of("consent", "false")).statusCode()).isEqualTo(422);
    assertThat(minor(Map.of("guardianNumber", CHILD)).statusCode()).isEqualTo(422);
    assertThat(minor(Map.of("childNumber", ADULT)).statusCode()).isEqualTo(422);
    assertThat(minor(Map.of("guardianNumber", "110105194912310021")).statusCode()).isEqualTo(422);
    assertThat(minor(Map.of("guardianName", " ")).statusCode()).isEqualTo(422);
    assertThat(state()).isEqualTo(SubjectState.REGISTERED);
  }

  @Test
  void asksForGuardiansNoOftenerThanForAnybody() {
    int asked = providers.questions().size();
    for (int i = 0; i < 7; i++) {
      assertThat(minor(Map.of("guardianName", "Li Si")).statusCode()).isEqualTo(422);
    }
    assertThat(providers.questions()).hasSize(asked + 5);
  }

  @Test
  void theNetworkIdentityVerifies_andNoNumberIsKept() {
    assertThat(browser.get(subject.verificationPath()).body()).contains("the provider");
    assertThat(come()).isEqualTo(subject.verificationPath());
    assertThat(state()).isEqualTo(SubjectState.VERIFIED);
    IdentityVerification row = office.bean(IdentityService.class).of(subject.id()).getFirst();
    assertThat(row.method()).isEqualTo(Method.NETWORK_IDENTITY);
    assertThat(row.masked()).isEmpty();
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select string_agg(v::text, ' ') from identity.verification v")
                .query(String.class)
                .single())
        .doesNotContain("N-" + subject.id());
  }

  @Test
  void aForgedOrForeignNetworkAnswerVerifiesNobody() {
    network.signsWithAnotherKey();
    assertThat(come()).isEmpty();
    network.vouchesFor(Map.of());
    assertThat(come()).isEmpty();
    network.vouchesFor(Map.of("network_number", "N"));
    URI back = FakeOidcProvider.visit(browser, begin());
    assertThat(office.browser().get(back.getPath() + "?" + back.getRawQuery()).statusCode())
        .isEqualTo(422);
    assertThat(state()).isEqualTo(SubjectState.REGISTERED);
  }

  @Test
  void whoeverIsBarredComesBackByNoNetworkIdentity() {
    come();
    office.bean(SubjectService.class).move(subject.id(), SubjectState.CLOSED, "fraud", "system");
    network.vouchesFor(Map.of("network_number", "N-" + subject.id()));
    String other =
        office.bean(TenantService.class).create("other tenant", "system").orElseThrow().id();
    subject = office.bean(SubjectService.class).register(other, "new", "system").orElseThrow();
    assertThat(come()).isEmpty();
    assertThat(state()).isEqualTo(SubjectState.REGISTERED);
  }

  private String begin() {
    return browser
        .get(subject.verificationPath() + "/network")
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private String come() {
    URI back = FakeOidcProvider.visit(browser, begin());
    assertThat(back.getPath()).isEqualTo("/verify-identity/network/return");
    return browser
        .get(back.getPath() + "?" + back.getRawQuery())
        .headers()
        .firstValue("Location")
        .orElse("");
  }

  private HttpResponse<String> minor(Map<String, String> changes) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "childName", "Zhang San",
                "childNumber", CHILD,
                "guardianName", "Zhang San",
                "guardianNumber", ADULT,
                "relation", "PARENT",
                "consent", "true"));
    form.putAll(changes);
    return browser.post(subject.verificationPath() + "/minor", form);
  }

  private Guardianship consent() {
    return office.bean(Guardianships.class).of(subject.id()).getFirst();
  }

  private Standing standing() {
    return office.bean(SnapshotSource.class).read().standing(subject.id()).orElseThrow();
  }

  private SubjectState state() {
    return office.bean(SubjectService.class).find(subject.id()).orElseThrow().state();
  }
}

package io.assay.office.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.notice.Neighbours.Call;
import io.assay.office.publication.Publications;
import io.assay.office.publication.Works;
import io.assay.office.rumor.Rumors;
import io.assay.office.rumor.Told;
import io.assay.office.staff.Role;
import io.assay.office.subject.SubjectService;
import io.assay.office.task.HeldContent;
import io.assay.office.tenant.Tenant;
import io.assay.office.tenant.TenantService;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tenant's program is told what concerns that tenant, and nothing else. */
class TenantWebhookIT {
  private static final JsonMapper JSON = new JsonMapper();

  /** Four in the afternoon in Shanghai. */
  private final TestClock clock = new TestClock("2026-11-13T08:00:00Z");

  private final Neighbours operator = new Neighbours();
  private final Neighbours own = new Neighbours();
  private final Neighbours stranger = new Neighbours();
  private TestOffice office;
  private Browser root;
  private String token;

  @BeforeEach
  void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    root = office.browserOf("root", Role.SYSTEM_ADMIN);
    token = root.token();
  }

  @AfterEach
  void stop() {
    office.close();
    List.of(operator, own, stranger).forEach(Neighbours::close);
  }

  @Test
  void whatConcernsATenant_goesToItsProgramsAndTheOperators_neverToAnothers() {
    Works works = Works.in(office);
    Works others = Works.in(office);
    add(operator, "");
    add(own, works.author().tenant());
    add(stranger, others.author().tenant());

    String page = works.publish("The mill", "The mill grinds at night.").id();
    office.bean(Publications.class).contain(page, "looked into", "staff:x");
    office.bean(SubjectService.class).reverify(works.author().subject(), "risk", "staff:x");
    String other = others.publish("The well", "The well is deep.").id();
    office.bean(Publications.class).contain(other, "looked into", "staff:x");
    carry(operator, 3);

    assertThat(types(own)).containsExactlyInAnyOrder("publication.moved", "subject.moved");
    assertThat(own.calls()).noneMatch(it -> it.body().contains(other));
    assertThat(types(stranger)).containsExactly("publication.moved");
    assertThat(stranger.calls()).allMatch(it -> it.body().contains(other));
    assertThat(types(operator)).hasSize(3);
    JsonNode moved = body(own, "publication.moved").path("data");
    assertThat(moved.path("publication").asString()).isEqualTo(page);
    assertThat(moved.path("from").asString()).isEqualTo("PUBLISHED");
    assertThat(moved.path("to").asString()).isEqualTo("CONTAINED");
  }

  @Test
  void whatConcernsNoTenant_goesToTheOperatorAlone() {
    add(operator, "");
    add(own, Works.in(office).author().tenant());
    Notice notice =
        new Notice(
            "k",
            Kind.DEADLINE_HARD,
            "case_1",
            "",
            "/deadlines",
            new Recipient.Programs(),
            List.of(),
            true);
    office
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> office.bean(Notices.class).send(notice));
    carry(operator, 1);
    assertThat(own.calls()).isEmpty();
  }

  @Test
  void theDecisionOnHeldContent_reachesTheTenantThatSentIt() {
    sql("insert into tenant.tenant values ('ten_1', 'ten', now())");
    add(own, "ten_1");
    add(stranger, Works.in(office).author().tenant());
    new HeldContent(office, clock).held("ex_held", "sub_1", "words to look at", "feature");
    Browser reviewer = office.browserOf("reviewer", Role.REVIEWER);
    Browser second = office.browserOf("second", Role.REVIEWER);
    for (Browser one : List.of(reviewer, second)) {
      one.get("/reviews/next");
      one.submit("/reviews/ex_held", "/reviews/ex_held/decide", Map.of("ground", "ILLEGAL"));
    }
    clock.advance(Duration.ofMinutes(1));
    carry(own, 1);
    JsonNode decided = body(own, "task.decided").path("data");
    assertThat(decided.path("exchange").asString()).isEqualTo("ex_held");
    assertThat(decided.path("result").asString()).isEqualTo("BLOCK");
    assertThat(stranger.calls()).isEmpty();
  }

  @Test
  void aCorrectionCountsAsReceived_onlyWhenAProgramOfTheTenantOrTheOperatorTookIt() {
    Works works = Works.in(office);
    Works others = Works.in(office);
    add(stranger, others.author().tenant());
    works.publish("The tower", "The tower runs on moonlight alone.");
    String rumor = refuted();
    office.bean(Courier.class).round();
    assertThat(told(rumor, works).deliveredAt()).isNull();
    assertThat(stranger.calls()).isEmpty();

    String taken = add(stranger, others.author().tenant()).path("webhook").path("id").asString();
    sql(
        "insert into notice.outbox (id, key, channel, target, kind, about, path, facts, urgent,"
            + " state, created_at, next_at, sent_at) values ('ntc_x', ?, 'WEBHOOK', ?,"
            + " 'rumor.refuted', 'x', '/x', '[]', true, 'SENT', now(), now(), now())",
        "rumor/" + rumor + "/" + works.author().subject(),
        taken);
    assertThat(told(rumor, works).deliveredAt()).isNull();
  }

  @Test
  void aCorrectionThatTheTenantsProgramTook_isReceived() {
    Works works = Works.in(office);
    add(own, works.author().tenant());
    works.publish("The tower", "The tower runs on moonlight alone.");
    String rumor = refuted();
    await()
        .until(
            () -> {
              office.bean(Courier.class).round();
              return told(rumor, works).deliveredAt() != null;
            });
    assertThat(body(own, "rumor.refuted").path("data").path("subject").asString())
        .isEqualTo(works.author().subject());
  }

  @Test
  void aNewSecretSigns_theFormerOneBesideItForADay_andARemovedProgramIsToldNothing() {
    Works works = Works.in(office);
    JsonNode added = add(own, works.author().tenant());
    String id = added.path("webhook").path("id").asString();
    JsonNode rotated = JSON.readTree(call("POST", "/" + id + "/secret"));
    assertThat(rotated.path("secret").asString()).isNotEqualTo(added.path("secret").asString());
    assertThat(rotated.path("webhook").path("generation").asInt()).isEqualTo(2);

    String page = works.publish("The mill", "The mill grinds at night.").id();
    Publications publications = office.bean(Publications.class);
    publications.contain(page, "looked into", "staff:x");
    carry(own, 1);
    assertThat(own.calls().getLast().headers().get("signature"))
        .isEqualTo(signed(own.calls().getLast(), rotated, added));

    clock.advance(Duration.ofDays(1));
    publications.release(page, "nothing found", "staff:x");
    carry(own, 2);
    assertThat(own.calls().getLast().headers().get("signature"))
        .isEqualTo(signed(own.calls().getLast(), rotated));

    call("DELETE", "/" + id);
    publications.recall(page, "withdrawn", "staff:x");
    assertThat(office.bean(Notices.class).list(Optional.empty(), 10).rows()).hasSize(2);
    assertThat(office.actTypes()).contains("notice.webhook_rotated", "notice.webhook_disabled");
    assertThat(root.call("POST", "/api/v1/webhooks/" + id + "/secret", token, "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void thePageNamesTheTenant_andRefusesOneThatIsNotThere() {
    Tenant tenant = office.bean(TenantService.class).create("Riverside", "system").orElseThrow();
    Map<String, String> wanted = Map.of("url", own.url(), "kinds", "rumor.", "tenant", "riverside");
    assertThat(root.submit("/notices", "/notices/webhooks", wanted).body())
        .contains("whsec_", "Riverside");
    Map<String, String> unknown = Map.of("url", own.url(), "tenant", "nobody");
    assertThat(root.submit("/notices", "/notices/webhooks", unknown).statusCode()).isEqualTo(422);
    String of = root.call("GET", "/api/v1/webhooks?tenant=" + tenant.id(), token, "").body();
    assertThat(of).contains("\"tenant_name\":\"Riverside\"");
    String id = JSON.readTree(of).path("webhooks").path(0).path("id").asString();
    assertThat(root.submit("/notices", "/notices/webhooks/" + id + "/rotate", Map.of()).body())
        .contains("whsec_", "New secret since");
    assertThat(root.call("GET", "/api/v1/webhooks?tenant=tnt_none", token, "").body())
        .contains("\"webhooks\":[]");
  }

  private JsonNode add(Neighbours program, String tenant) {
    String wanted = "{\"url\":\"%s\",\"tenant\":\"%s\"}".formatted(program.url(), tenant);
    return JSON.readTree(root.call("POST", "/api/v1/webhooks", token, wanted).body());
  }

  private String call(String method, String path) {
    return root.call(method, "/api/v1/webhooks" + path, token, "").body();
  }

  private String refuted() {
    Rumors rumors = office.bean(Rumors.class);
    String id = rumors.open("It is said: moonlight", "moonlight alone", false, "staff:a").id();
    rumors.verify(id, true, "the council", "", "staff:a");
    rumors.contain(id, "staff:a");
    return rumors.refute(id, "It runs on a spring.", "staff:b").id();
  }

  private Told told(String rumor, Works works) {
    return office.bean(Rumors.class).told(rumor).stream()
        .filter(it -> it.subject().equals(works.author().subject()))
        .findFirst()
        .orElseThrow();
  }

  private void sql(String statement, Object... values) {
    office.bean(JdbcClient.class).sql(statement).params(values).update();
  }

  private void carry(Neighbours to, int calls) {
    await()
        .until(
            () -> {
              office.bean(Courier.class).round();
              return to.calls().size() >= calls;
            });
  }

  private static List<String> types(Neighbours program) {
    return program.calls().stream()
        .map(it -> JSON.readTree(it.body()).path("type").asString())
        .toList();
  }

  private static JsonNode body(Neighbours program, String type) {
    return program.calls().stream()
        .map(it -> JSON.readTree(it.body()))
        .filter(it -> it.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static String signed(Call call, JsonNode... secrets) {
    String text =
        call.headers().get("id") + "." + call.headers().get("timestamp") + "." + call.body();
    return Stream.of(secrets)
        .map(it -> "v1," + hmac(it.path("secret").asString(), text))
        .collect(Collectors.joining(" "));
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

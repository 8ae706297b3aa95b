package io.assay.office.pool;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.POOL_APPROVER;
import static io.assay.office.staff.Role.POOL_EDITOR;
import static io.assay.office.staff.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.access.Snapshots;
import io.assay.gateway.exchange.PoolSwitch;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.exchange.Projection;
import io.assay.office.snapshot.RegisterSnapshots;
import io.assay.review.Context;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Verdict;
import io.assay.review.pool.StarterPool;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The procedure of the pool over HTTP, on a real database. */
class PoolIT {
  private static final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private static TestOffice office;
  private static Browser editor;
  private static Browser approver;
  private static Browser both;
  private static Reviewer gateway;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    editor = office.browserOf("editor", POOL_EDITOR);
    approver = office.browserOf("approver", POOL_APPROVER);
    both = office.browserOf("both", POOL_EDITOR, POOL_APPROVER);
    gateway = Reviewer.of(Pool.empty(), clock);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void theShippedPoolIsTheFirstVersion() {
    Versions versions = office.bean(Versions.class);
    assertThat(versions.pool(1).contentHash()).isEqualTo(StarterPool.load().contentHash());
    assertThat(office.actTypes()).contains("pool.seeded");
    assertThat(editor.get("/pool?category=A.1.8&text=%25%25").body()).contains("No such feature");
    assertThat(editor.get("/pool?category=A.1.8").body()).contains("starter-a18", "50 shown");
  }

  /** Scenario 7: the procedure of the pool. */
  @Test
  void aFeatureEntersByTwoPersons_afterItsReplay_andTheWayBackIsOneClick() {
    String loose = propose(both, "AV", true);
    String report = both.get("/pool/features/" + loose).body();
    assertThat(report)
        .containsPattern("j</span><mark>av</mark><span class=\"quiet\">a ")
        .containsPattern("w</span><mark>av</mark>");
    assertThat(office.bean(Replays.class).latest(loose).orElseThrow().result().addedOverBlock())
        .isGreaterThan(10);
    assertRefused(step(both, loose, "approve"), "neither approves nor activates");
    assertRefused(step(both, loose, "activate"), "neither approves nor activates");
    assertRefused(step(approver, loose, "approve"), "whole word only");

    String bounded = propose(both, "AV", false);
    assertThat(step(approver, bounded, "approve").statusCode()).isEqualTo(302);
    assertRefused(step(both, bounded, "shadow"), "neither approves nor activates");
    assertThat(step(approver, bounded, "shadow").statusCode()).isEqualTo(302);
    assertThat(verdict("Download AV here")).isInstanceOf(Verdict.Pass.class);
    assertThat(gateway.review("Download AV here", Context.input()).findings()).isNotEmpty();
    assertRefused(step(both, bounded, "activate"), "neither approves nor activates");
    assertThat(step(approver, bounded, "activate").statusCode()).isEqualTo(302);
    assertThat(verdict("Download AV here")).isInstanceOf(Verdict.Block.class);
    assertThat(verdict("Learn java and wav")).isInstanceOf(Verdict.Pass.class);

    long inForce = office.bean(Versions.class).number();
    String before = gateway.pool().version();
    assertThat(before).isEqualTo("pool-" + inForce);
    record("ex_old", bounded, before);
    assertThat(approver.get("/pool/features/" + bounded).body()).contains("ex_old");
    HttpResponse<String> back =
        approver.submit("/pool/versions", "/pool/versions/1/rollback", Map.of());
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(verdict("Download AV here")).isInstanceOf(Verdict.Pass.class);
    assertThat(gateway.pool().contentHash()).isEqualTo(StarterPool.load().contentHash());
    assertThat(office.bean(ExchangeIndex.class).find("ex_old").orElseThrow().pool())
        .isEqualTo(before);
    assertThat(office.bean(Versions.class).pool(inForce).feature(bounded)).isPresent();
    assertThat(approver.get("/pool/features/" + bounded).body()).contains("Retired");
    assertThat(office.actTypes())
        .contains(
            "pool.proposed",
            "pool.replayed",
            "pool.approved",
            "pool.shadowed",
            "pool.activated",
            "pool.rolled_back");
  }

  @Test
  void aRunningGatewayTakesANewVersion_withoutARestart() throws InterruptedException {
    Reviewer running = Reviewer.of(Pool.empty(), clock);
    try (Snapshots snapshots =
        new Snapshots(
            office.bean(RegisterSnapshots.class), Duration.ofMinutes(1), new PoolSwitch(running))) {
      String id = active("wwzk live wording");
      for (int i = 0; i < 2_400 && !live(running, id); i++) {
        Thread.sleep(25);
      }
      assertThat(running.review("wwzk live wording", Context.output()))
          .isInstanceOf(Verdict.Block.class);
      assertThat(snapshots.current().orElseThrow().pool()).isSameAs(running.pool());
    }
  }

  private static boolean live(Reviewer reviewer, String id) {
    return reviewer
        .pool()
        .feature(id)
        .filter(feature -> feature.rule().mode() == Mode.LIVE)
        .isPresent();
  }

  @Test
  void theCanaryFindsThePoolSound() {
    office.bean(Canary.class).run();
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select bool_and(sound) from pool.control_c10_4")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void anEmergencyEntryIsInForceAtOnce_andReviewedByAnother() {
    Map<String, String> form = form("zzqx emergency wording", false, "urgent", "true");
    assertRefused(editor.submit("/pool/propose", "/pool/propose", form), "Give a reason");
    form.put("reason", "it spreads now");
    HttpResponse<String> entered = editor.submit("/pool/propose", "/pool/propose", form);
    String id = id(entered);
    assertThat(verdict("say zzqx emergency wording")).isInstanceOf(Verdict.Block.class);
    clock.advance(Duration.ofHours(25));
    assertThat(editor.get("/pool/proposals").body()).contains("Late");
    assertRefused(step(editor, id, "approve"), "neither approves nor activates");
    assertThat(step(approver, id, "approve").statusCode()).isEqualTo(302);
    assertThat(office.bean(Register.class).find(id).orElseThrow().state())
        .isEqualTo(FeatureState.ACTIVE);
    assertThat(
            approver
                .submit(
                    "/pool/features/" + id,
                    "/pool/features/" + id + "/retire",
                    Map.of("note", "no longer used"))
                .statusCode())
        .isEqualTo(302);
    assertThat(verdict("say zzqx emergency wording")).isInstanceOf(Verdict.Pass.class);
  }

  @Test
  void aChangeTakesThePlaceOfWhatItChanges() {
    String old = active("qqzy first wording");
    String page = editor.get("/pool/propose?replaces=" + old).body();
    assertThat(page).contains("qqzy first wording");
    Map<String, String> form = form("qqzy first wording", false, "replaces", old);
    form.put("exceptions", "the qqzy first wording society");
    String next = id(editor.submit("/pool/propose", "/pool/propose", form));
    step(approver, next, "approve");
    step(approver, next, "shadow");
    step(approver, next, "activate");
    assertThat(verdict("see the qqzy first wording society")).isInstanceOf(Verdict.Pass.class);
    assertThat(verdict("qqzy first wording")).isInstanceOf(Verdict.Block.class);
    assertThat(office.bean(Register.class).find(old).orElseThrow().state())
        .isEqualTo(FeatureState.RETIRED);
    assertRefused(
        editor.submit("/pool/propose", "/pool/propose", form),
        "Only a feature that is in the pool");
  }

  @Test
  void theBenchSaysWhyATextHits_alsoForAProposal() {
    String proposed = propose(editor, "vvkq bench wording", false);
    HttpResponse<String> now =
        editor.submit("/pool/try", "/pool/try", Map.of("text", "a vvkq bench wording b"));
    assertThat(now.body()).contains("Nothing found");
    HttpResponse<String> then =
        editor.submit(
            "/pool/try",
            "/pool/try",
            Map.of("text", "a <b> v.v.k.q bench wording", "feature", proposed));
    assertThat(then.body())
        .contains("<mark><span>v.v.k.q bench wording</span>", proposed, "separators", "&lt;b&gt;");
    assertThat(
            editor
                .submit("/pool/try", "/pool/try", Map.of("text", "x", "feature", "ft_none"))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void theInterfaceDoesTheSame() {
    String token = editor.token();
    String second = approver.token();
    var made =
        call(
            "POST",
            "/features",
            token,
            "{\"kind\":\"keyword\",\"pattern\":\"yywq api wording\",\"category\":\"I.11\","
                + "\"standard\":\"rules of the service\",\"evidence\":\"seen in a complaint\"}");
    assertThat(made.statusCode()).isEqualTo(201);
    String id = made.body().replaceAll(".*\"id\":\"(ft_[^\"]+)\".*", "$1");
    assertThat(call("POST", "/features/" + id + "/approve", second, "{}").body())
        .contains("pool.state.refused");
    assertThat(call("POST", "/features/" + id + "/replay", token, "").body())
        .contains("\"over_block_after\":{\"part\":0");
    assertThat(call("POST", "/features/" + id + "/approve", token, "{}").body())
        .contains("pool.same-person");
    assertThat(call("POST", "/features/" + id + "/approve", second, "{}").body())
        .contains("\"state\":\"APPROVED\"");
    assertThat(call("POST", "/features/" + id + "/withdraw", token, "").body())
        .contains("\"state\":\"WITHDRAWN\"");
    assertThat(call("GET", "/features/" + id, token, "").body())
        .contains("\"life\":[{", "\"replays\":[{");
    assertThat(call("GET", "/features/none", token, "").statusCode()).isEqualTo(404);
    String page = call("GET", "/features?limit=2", token, "").body();
    String next = page.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
    assertThat(call("GET", "/features?limit=2&before=" + next, token, "").body())
        .contains("\"features\":[{");
    assertThat(call("GET", "/coverage", token, "").body()).contains("\"required\":200");
    assertThat(call("POST", "/try", token, "{\"text\":\"assay-blocked-test-marker\"}").body())
        .contains("\"verdict\":\"BLOCK\"");
    assertThat(call("GET", "/versions", token, "").body()).contains("\"cause\":\"SEED\"");
    assertThat(call("POST", "/versions/1/rollback", token, "").statusCode()).isEqualTo(403);
    assertThat(
            call(
                    "POST",
                    "/features",
                    token,
                    "{\"pattern\":\"(\",\"kind\":\"expression\",\"category\":\"I.1\"}")
                .body())
        .contains("pool.draft.pattern");
  }

  @Test
  void rolesKeepTheirPlaces() {
    Browser auditor = office.browserOf("pool-auditor", AUDIT_ADMIN);
    Browser reviewer = office.browserOf("pool-reviewer", REVIEWER);
    for (String page :
        List.of("/pool", "/pool/proposals", "/pool/versions", "/pool/coverage", "/pool/try")) {
      assertThat(auditor.get(page).statusCode()).as(page).isEqualTo(200);
      assertThat(reviewer.get(page).statusCode()).as(page).isEqualTo(403);
    }
    assertThat(auditor.get("/pool/propose").statusCode()).isEqualTo(403);
    assertThat(auditor.submit("/pool", "/pool/versions/1/rollback", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(editor.submit("/pool", "/pool/versions/1/rollback", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(editor.submit("/pool", "/pool/adopt", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void shippedFeaturesAreAdoptedByAnApprover() {
    JdbcClient jdbc = office.bean(JdbcClient.class);
    String unapproved =
        "select count(*) from pool.control_c10_2 where id like 'starter-%' and not has_approver";
    long before = jdbc.sql(unapproved).query(Long.class).single();
    approver.submit("/pool?origin=STARTER", "/pool/adopt", Map.of("category", "A.2.1"));
    assertThat(jdbc.sql(unapproved).query(Long.class).single()).isLessThan(before);
  }

  @Test
  void aVersionNeverChanges_andWhatWasTamperedWithIsNotUsed() {
    JdbcClient jdbc = office.bean(JdbcClient.class);
    assertThatThrownBy(() -> jdbc.sql("update pool.version set features = 1").update())
        .isInstanceOf(DataAccessException.class);
    String id = active("ttkw tamper wording");
    String kept =
        jdbc.sql("select definition from pool.feature where id = ?")
            .param(id)
            .query(String.class)
            .single();
    String tampered = kept.replace("ttkw", "ttkx");
    change(jdbc, id, tampered);
    long number = office.bean(Versions.class).number();
    assertThatThrownBy(() -> office.bean(Versions.class).pool(number))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not what was recorded");
    change(jdbc, id, kept);
    assertThat(office.bean(Versions.class).pool(number).size()).isPositive();
  }

  @Test
  void theInterfaceTakesAFeatureItsWholeWay_andTurnsAnotherAway() {
    String second = approver.token();
    String id = drafted("yywq whole way");
    for (String state : List.of("APPROVE APPROVED", "SHADOW SHADOW", "ACTIVATE ACTIVE")) {
      String[] step = state.split(" ", 2);
      String path = "/features/" + id + "/" + step[0].toLowerCase(Locale.ROOT);
      assertThat(call("POST", path, second, "{}").body()).contains("\"state\":\"" + step[1] + "\"");
    }
    assertThat(verdict("a yywq whole way here")).isInstanceOf(Verdict.Block.class);
    assertThat(call("POST", "/features/" + id + "/retire", second, "{\"note\":\"old\"}").body())
        .contains("\"state\":\"RETIRED\"");
    assertThat(verdict("a yywq whole way here")).isInstanceOf(Verdict.Pass.class);
    String other = drafted("yywq turned away");
    String reason = "{\"note\":\"too broad\"}";
    assertThat(call("POST", "/features/" + other + "/reject", second, reason).body())
        .contains("\"state\":\"REJECTED\"");
    String back = call("POST", "/versions/1/rollback", second, "").body();
    assertThat(back).contains("\"cause\":\"ROLLBACK\"");
    assertThat(office.bean(Versions.class).number())
        .isEqualTo(Long.parseLong(back.replaceAll(".*\"number\":(\\d+).*", "$1")));
  }

  /** A feature that a program proposed and replayed. */
  private static String drafted(String pattern) {
    String token = editor.token();
    String draft =
        "{\"kind\":\"keyword\",\"pattern\":\"%s\",\"category\":\"I.11\",\"standard\":\"rules\",\"evidence\":\"seen in a complaint\"}"
            .formatted(pattern);
    String made = call("POST", "/features", token, draft).body();
    String id = made.replaceAll(".*\"id\":\"(ft_[^\"]+)\".*", "$1");
    call("POST", "/features/" + id + "/replay", token, "");
    return id;
  }

  private static void change(JdbcClient jdbc, String id, String definition) {
    jdbc.sql("update pool.feature set definition = ? where id = ?").params(definition, id).update();
  }

  private static String active(String wording) {
    String id = propose(editor, wording, false);
    for (String step : List.of("approve", "shadow", "activate")) {
      assertThat(step(approver, id, step).statusCode()).as(step).isEqualTo(302);
    }
    return id;
  }

  private static Verdict verdict(String text) {
    new PoolSwitch(gateway).accept(office.bean(RegisterSnapshots.class).read());
    return gateway.review(text, Context.input());
  }

  private static String propose(Browser browser, String pattern, boolean within) {
    return id(browser.submit("/pool/propose", "/pool/propose", form(pattern, within, "", "")));
  }

  private static Map<String, String> form(
      String pattern, boolean within, String name, String value) {
    Map<String, String> form = new TreeMap<>();
    form.put("kind", "keyword");
    form.put("pattern", pattern);
    form.put("within", within ? "true" : "");
    form.put("category", "I.11");
    form.put("standard", "Provisions on Deep Synthesis, Article 6");
    form.put("evidence", "Complaint 2026-31 quotes this wording.");
    if (!name.isEmpty()) {
      form.put(name, value);
    }
    return form;
  }

  private static String id(HttpResponse<String> answer) {
    Matcher id =
        Pattern.compile("/pool/features/(ft_\\w+)")
            .matcher(answer.headers().firstValue("Location").orElse(answer.body()));
    assertThat(id.find()).as(answer.body()).isTrue();
    return id.group(1);
  }

  private static HttpResponse<String> step(Browser browser, String id, String step) {
    return browser.submit("/pool/features/" + id, "/pool/features/" + id + "/" + step, Map.of());
  }

  private static void assertRefused(HttpResponse<String> answer, String words) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(words);
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) {
    return office.browser().call(method, "/api/v1/pool" + path, token, json);
  }

  private static void record(String exchange, String feature, String version) {
    Map<String, Object> finding =
        Map.of(
            "feature",
            feature,
            "version",
            1L,
            "category",
            "I.11",
            "where",
            "messages[0].content",
            "start",
            9L,
            "end",
            11L,
            "layer",
            "");
    Map<String, Object> step =
        Map.of(
            "name",
            "input-review",
            "decision",
            "BLOCK",
            "reason",
            "reviewed 16 of 16 characters",
            "at_micros",
            1L,
            "took_micros",
            1L,
            "findings",
            List.of(finding));
    Map<String, Object> body = new TreeMap<>();
    for (String name : List.of("tenant", "key", "subject", "endpoint", "capability", "model")) {
      body.put(name, name);
    }
    body.put("exchange", exchange);
    body.put("outcome", "BLOCKED_INPUT");
    body.put("pool", version);
    body.put("steps", List.of(step));
    office
        .ledger()
        .append(Entry.of("exchange.closed", clock.instant(), body))
        .await(Acknowledgement.DURABLE);
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }
}

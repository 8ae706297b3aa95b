package io.assay.office.task;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice.Browser;
import io.assay.office.exchange.Projection;
import io.assay.office.pool.FeatureState;
import io.assay.office.pool.Register;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Human review over HTTP, on a real database, ledger and vault. */
class TaskIT extends Reviewing {
  @Test
  void whatIsHeldIsDecidedByAPerson_andPassesFromThenOn() {
    String id = single("ex_hold");
    String text = "m\nuser\nSay <b>: " + WORDING;
    gateway.held(id, "sub_1", text, FEATURE);
    assertThat(reviewer.get("/reviews").body()).contains(id, "2026-11-21 12:30");

    assertThat(at(reviewer.get("/reviews/next"))).isEqualTo("/reviews/" + id);
    String desk = reviewer.get("/reviews/" + id).body();
    assertThat(desk).contains("<mark><span>" + WORDING, "&lt;b&gt;", FEATURE, "data-key=\"7\"");
    assertThat(office.actTypes()).contains("content.viewed");

    decide(reviewer, id, Ground.HARMLESS);
    assertThat(released("sub_1", text)).isFalse();
    HttpResponse<String> undone = reviewer.submit("/reviews", "/reviews/undo", Map.of());
    assertThat(at(undone)).isEqualTo("/reviews/" + id);
    settle(Duration.ofSeconds(11));
    assertThat(released("sub_1", text)).isFalse();

    decide(reviewer, id, Ground.CONTEXT);
    settle(Duration.ofSeconds(11));
    assertThat(released("sub_1", text)).isTrue();
    assertThat(released("sub_2", text)).isFalse();
    assertThat(released("sub_1", text + "!")).isFalse();
    assertThat(reviewer.submit("/reviews", "/reviews/undo", Map.of()).statusCode()).isEqualTo(422);

    Map<String, String> reversal = Map.of("ground", "ILLEGAL", "reason", "it is a scam after all");
    senior.submit("/reviews/" + id, "/reviews/" + id + "/reverse", reversal);
    assertThat(released("sub_1", text)).isFalse();
    assertThat(senior.get("/reviews/" + id).body()).contains("Reversal", "taken back", "scam");
    assertThat(office.actTypes())
        .contains("task.decided", "task.decision_undone", "task.closed", "task.reversed");

    office.bean(Projection.class).rebuild();
    assertThat(count("select count(*) from task.task")).isEqualTo(1);
  }

  @Test
  void aTaskIsHeldByOnePersonOnly_untilTheLeaseEnds() {
    String id = single("ex_lease");
    gateway.held(id, "sub_1", WORDING, FEATURE);
    Browser other = office.browserOf("other", REVIEWER);
    assertThat(at(reviewer.get("/reviews/next"))).isEqualTo("/reviews/" + id);
    assertThat(at(other.get("/reviews/next"))).isEqualTo("/reviews?done");
    assertThat(other.get("/reviews/" + id).body()).doesNotContain(WORDING);
    assertThat(submit(other, id, Ground.HARMLESS).statusCode()).isEqualTo(422);
    clock.advance(Duration.ofMinutes(11));
    assertThat(at(other.get("/reviews/next"))).isEqualTo("/reviews/" + id);
    assertThat(submit(reviewer, id, Ground.HARMLESS).statusCode()).isEqualTo(422);
    other.submit("/reviews/" + id, "/reviews/" + id + "/return", Map.of());
    assertThat(at(reviewer.get("/reviews/next"))).isEqualTo("/reviews/" + id);
  }

  @Test
  void twoDecideBlind_andAnExpertWhereTheyDiffer() {
    String id = twofold("ex_two");
    gateway.held(id, "sub_1", WORDING, FEATURE);
    Browser other = office.browserOf("second", REVIEWER);
    reviewer.get("/reviews/next");
    decide(reviewer, id, Ground.HARMLESS);
    assertThat(at(reviewer.get("/reviews/next"))).isEqualTo("/reviews?done");
    other.get("/reviews/next");
    assertThat(other.get("/reviews/" + id).body()).doesNotContain("First");
    decide(other, id, Ground.ILLEGAL);
    Browser third = office.browserOf("third", REVIEWER);
    assertThat(at(third.get("/reviews/next"))).isEqualTo("/reviews?done");
    assertThat(at(senior.get("/reviews/next"))).isEqualTo("/reviews/" + id);
    assertThat(senior.get("/reviews/" + id).body()).doesNotContain("value=\"UNSURE\"");
    decide(senior, id, Ground.ILLEGAL);
    settle(Duration.ofSeconds(11));
    assertThat(reviewer.get("/reviews/" + id).body()).contains("First", "Second, blind", "Expert");
    assertThat(senior.get("/reviews/quality").body()).contains("Decided twice", "0.00");
    assertThat(reviewer.get("/reviews/quality").statusCode()).isEqualTo(403);
  }

  @Test
  void aFalsePositiveIsProposedToThePool_andTakenBackWithItsDecision() {
    String id = single("ex_false");
    gateway.held(id, "sub_1", "warn them: " + WORDING, FEATURE);
    reviewer.get("/reviews/next");
    reviewer.get("/reviews/" + id);
    Map<String, String> form =
        Map.of("ground", "FALSE_POSITIVE", "phrase", "warn them: " + WORDING);
    reviewer.submit("/reviews/" + id, "/reviews/" + id + "/decide", form);
    String proposed = one("select proposal from task.decision order by at desc limit 1");
    var feature = office.bean(Register.class).find(proposed).orElseThrow();
    assertThat(feature.replaces()).isEqualTo(FEATURE);
    assertThat(feature.feature().matching().exceptions()).containsExactly("warn them: " + WORDING);
    assertThat(feature.about()).isEqualTo(id);
    reviewer.submit("/reviews", "/reviews/undo", Map.of());
    assertThat(office.bean(Register.class).find(proposed).orElseThrow().state())
        .isEqualTo(FeatureState.WITHDRAWN);
  }

  @Test
  void knownAnswersTestReviewers_withoutBeingTold() {
    String id = single("ex_known");
    gateway.held(id, "sub_9", WORDING, FEATURE);
    senior.get("/reviews/next");
    senior.get("/reviews/" + id);
    decide(senior, id, Ground.ILLEGAL);
    settle(Duration.ofSeconds(11));
    senior.submit("/reviews/" + id, "/reviews/" + id + "/golden", Map.of());
    String who = one("select id from staff.member where name = 'reviewer'");
    for (int i = 0; i < Policy.GOLDEN.shipped() - 1; i++) {
      String past = single("ex_past" + i + "_");
      gateway.held(past, "sub_1", WORDING, FEATURE);
      reviewer.get("/reviews/next");
      decide(reviewer, past, Ground.HARMLESS);
      settle(Duration.ofSeconds(11));
    }
    String hidden = at(reviewer.get("/reviews/next"));
    assertThat(hidden).startsWith("/reviews/ex_").doesNotEndWith(id);
    assertThat(reviewer.get(hidden).body())
        .contains(WORDING, "/reviews/ex_past")
        .doesNotContain("golden");
    decide(reviewer, hidden.substring("/reviews/".length()), Ground.HARMLESS);
    settle(Duration.ofSeconds(11));
    assertThat(released("sub_9", WORDING)).isFalse();
    assertThat(reviewer.get(hidden).body()).doesNotContain("nown answer");
    assertThat(office.bean(Quality.class).report().reviewers())
        .filteredOn(row -> row.tally().reviewer().equals("staff:" + who))
        .allSatisfy(
            row -> {
              assertThat(row.tally().golden()).isEqualTo(1);
              assertThat(row.tally().goldenRight()).isZero();
            });
  }

  @Test
  void samplesAreDrawn_andTheBudgetEndsTheHour() {
    String sampled =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "ex_block" + i)
            .filter(id -> Policy.chosen(id, (int) Policy.BLOCKED.shipped()))
            .findFirst()
            .orElseThrow();
    gateway.closed(sampled, "sub_1", WORDING, "BLOCKED_INPUT", "BLOCK", FEATURE, "A.1.8");
    assertThat(reviewer.get("/reviews").body()).contains("qa_" + sampled);
    String who = one("select id from staff.member where name = 'reviewer'");
    JdbcClient jdbc = office.bean(JdbcClient.class);
    for (int i = 0; i < Policy.MOST_IN_HOUR.shipped(); i++) {
      String id = single("ex_many" + i + "_");
      gateway.held(id, "sub_1", WORDING, FEATURE);
      jdbc.sql("insert into task.opening (task, reviewer, at) values (?, ?, ?)")
          .params(id, "staff:" + who, clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
    assertThat(reviewer.get("/reviews/next").body()).contains("Time for a break", "13:00");
    clock.advance(Duration.ofMinutes(61));
    assertThat(at(reviewer.get("/reviews/next"))).startsWith("/reviews/ex_many");
  }

  @Test
  void theInterfaceDoesTheSame_andRolesKeepTheirPlaces() {
    String id = single("ex_api");
    gateway.held(id, "sub_1", WORDING, FEATURE);
    String token = reviewer.token();
    assertThat(call("POST", "/next", token, "").body())
        .contains("\"id\":\"" + id, "\"due_basis\":\"POLICY\"");
    assertThat(call("POST", "/" + id + "/decide", token, "{\"ground\":\"HARMLESS\"}").body())
        .contains("task.not-opened");
    assertThat(call("POST", "/" + id + "/content", token, "").body()).contains(WORDING);
    assertThat(call("POST", "/" + id + "/decide", token, "{\"ground\":\"ILLEGAL\"}").body())
        .contains("\"choice\":\"BLOCK\"");
    assertThat(call("POST", "/" + id + "/decide", token, "{\"ground\":\"ILLEGAL\"}").statusCode())
        .isEqualTo(409);
    assertThat(call("POST", "/undo", token, "").body()).contains("\"state\":\"OPEN\"");
    assertThat(call("POST", "/" + id + "/return", token, "").body())
        .contains("\"id\":\"" + id, "\"state\":\"OPEN\"");
    assertThat(call("POST", "/" + id + "/decide", token, "{\"ground\":\"ILLEGAL\"}").body())
        .contains("task.not-held");
    assertThat(call("GET", "/" + id, token, "").body())
        .contains("\"exchange\":\"" + id + "\"", "\"decisions\":[]");
    assertThat(call("GET", "?state=OPEN", token, "").body()).contains(id);
    assertThat(call("GET", "/depth", token, "").body()).contains("\"waiting\":1");
    assertThat(call("GET", "/none", token, "").statusCode()).isEqualTo(404);

    Browser auditor = office.browserOf("auditor", AUDIT_ADMIN);
    assertThat(auditor.get("/reviews").statusCode()).isEqualTo(200);
    assertThat(auditor.get("/reviews/quality").statusCode()).isEqualTo(200);
    assertThat(auditor.get("/reviews/next").statusCode()).isEqualTo(403);
    assertThat(auditor.get("/reviews/" + id).body()).doesNotContain(WORDING);
    Browser admin = office.browserOf("admin2", SYSTEM_ADMIN);
    assertThat(admin.get("/reviews").statusCode()).isEqualTo(403);
    assertThat(reviewer.submit("/reviews", "/reviews/" + id + "/reverse", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(count("select count(*) from task.control_c10_1")).isZero();
    assertThat(count("select count(*) from task.hold_in_time where decided_at is null")).isOne();
  }

  @Test
  void theListIsTurnedPageByPage_evenWithinOneInstant() {
    List<String> held = List.of(single("ex_a"), single("ex_b"), single("ex_c"));
    held.forEach(id -> gateway.held(id, "sub_1", WORDING, FEATURE));
    String token = reviewer.token();
    List<String> listed = new ArrayList<>();
    String before = "";
    do {
      JsonNode page = JSON.readTree(call("GET", "?limit=1&before=" + before, token, "").body());
      page.path("reviews").forEach(it -> listed.add(it.path("id").asString()));
      before = page.path("next").asString();
    } while (!before.isEmpty());
    assertThat(listed).containsExactlyInAnyOrderElementsOf(held);
  }

  @Test
  void aProgramOfASeniorReverses_whatWasDecided() {
    String id = single("ex_reversed");
    gateway.held(id, "sub_1", WORDING, FEATURE);
    at(reviewer.get("/reviews/next"));
    decide(reviewer, id, Ground.ILLEGAL);
    settle(Duration.ofSeconds(11));
    String reversal = "{\"ground\":\"CONTEXT\",\"note\":\"it is a quotation\"}";
    assertThat(call("POST", "/" + id + "/reverse", senior.token(), reversal).body())
        .contains("\"round\":\"REVERSAL\"", "\"choice\":\"RELEASE\"");
    assertThat(released("sub_1", WORDING)).isTrue();
  }
}

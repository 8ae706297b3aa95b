package io.assay.office.rumor;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.publication.Ruling;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.deadline.Deadline;
import io.assay.office.deadline.Deadlines;
import io.assay.office.publication.RegisterDesk;
import io.assay.office.publication.Works;
import io.assay.office.staff.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RumorIT {
  private static final String CLAIM = "The lantern bridge of Sampleville fell into the river.";
  private static final String RIGHT = "The lantern bridge stands; it was closed for painting.";
  private static final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private static TestOffice office;
  private static Browser handler;
  private static Browser officer;
  private static Browser anybody;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    handler = office.browserOf("handler", Role.CASE_HANDLER);
    officer = office.browserOf("officer", Role.COMPLIANCE_OFFICER, Role.CASE_HANDLER);
    anybody = office.browser();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void aFalseClaimIsContained_refutedToEveryoneOnRecord_reported_andKeptFromComingBack() {
    Works works = Works.in(office);
    String copy = works.publish("The bridge", CLAIM + " Nobody was hurt.").id();
    String other = works.publish("A recipe", "Boil the water, add the leaves, wait.").id();

    String path = location(handler.submit("/rumors", "/rumors", opened("lantern bridge of S")));
    String id = path.replaceAll(".*/", "");
    assertThat(handler.get(path).body()).contains(copy).doesNotContain(other);
    Deadline limit = office.bean(Deadlines.class).find(id, "rumor.refute").orElseThrow();
    assertThat(Duration.between(limit.start(), limit.due())).isEqualTo(Duration.ofHours(24));

    assertThat(anybody.get("/p/" + copy).statusCode()).isEqualTo(200);
    step(handler, path, "verify", Map.of("untrue", "true", "source", "Sampleville council"));
    step(handler, path, "contain", Map.of());
    assertThat(anybody.get("/p/" + copy).statusCode()).isEqualTo(410);
    assertThat(anybody.get("/p/" + other).statusCode()).isEqualTo(200);

    step(officer, path, "refute", Map.of("refutation", RIGHT));
    assertThat(anybody.get("/refutations").body()).contains(RIGHT, "Sampleville council");
    assertThat(anybody.get("/p/" + copy).body()).contains(RIGHT).doesNotContain("fell into");
    Rumors rumors = office.bean(Rumors.class);
    assertThat(rumors.told(id)).hasSize(1);
    assertThat(rumors.told(id).getFirst().subject()).isEqualTo(works.author().subject());
    assertThat(rumors.told(id).getFirst().toldAt()).isEqualTo(clock.instant());
    assertThat(office.bean(Deadlines.class).find(id, "rumor.refute").orElseThrow().state())
        .isEqualTo(Deadline.State.MET);

    assertThat(office.bean(RegisterDesk.class).examine(works.draft("Again", CLAIM)))
        .isInstanceOfSatisfying(
            Ruling.Refuse.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("rumor_refuted");
              assertThat(refused.message()).contains(RIGHT);
            });

    step(handler, path, "report", Map.of("receipt", "R-2026-1"));
    step(officer, path, "close", Map.of());
    assertThat(rumors.find(id).orElseThrow().state()).isEqualTo(RumorState.CLOSED);
    assertThat(office.actTypes())
        .contains(
            "rumor.opened",
            "rumor.searched",
            "rumor.verified",
            "rumor.contained",
            "rumor.refuted",
            "rumor.reported",
            "rumor.closed");
  }

  @Test
  void theListIsTurnedPageByPage() {
    for (String claim : List.of("a whale in the pond", "gold in the well", "two moons at noon")) {
      handler.submit("/rumors", "/rumors", opened(claim));
    }
    String token = handler.token();
    Set<String> seen = new LinkedHashSet<>();
    String next = "";
    do {
      JsonNode page =
          new JsonMapper()
              .readTree(
                  handler.call("GET", "/api/v1/rumors?limit=2&after=" + next, token, "").body());
      page.path("rumors")
          .forEach(it -> assertThat(seen.add(it.path("phrase").asString())).isTrue());
      next = page.path("next").asString();
    } while (!next.isEmpty());
    assertThat(seen).contains("two moons at noon", "gold in the well", "a whale in the pond");
    assertThat(handler.get("/rumors?after=1970-01-01T00:00:00Z~").body())
        .doesNotContain("two moons at noon");
  }

  @Test
  void whoeverVerified_doesNotRefute() {
    String path = location(officer.submit("/rumors", "/rumors", opened("an owl in the council")));
    step(officer, path, "verify", Map.of("untrue", "true", "source", "s"));
    step(officer, path, "contain", Map.of());
    assertThat(officer.submit(path, path + "/refute", Map.of("refutation", "no owl")).statusCode())
        .isEqualTo(422);
    assertThat(handler.submit(path, path + "/refute", Map.of("refutation", "no owl")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatIsTrue_isLeftAlone_andItsClockStops() {
    String path = location(handler.submit("/rumors", "/rumors", opened("snow on the hill")));
    step(handler, path, "verify", Map.of("untrue", "false", "source", "weather service"));
    String id = path.replaceAll(".*/", "");
    assertThat(office.bean(Deadlines.class).find(id, "rumor.refute").orElseThrow().open())
        .isFalse();
    assertThat(handler.submit(path, path + "/contain", Map.of()).statusCode()).isEqualTo(422);
  }

  @Test
  void aReviewerPutsTheFingerprintForward_forThePoolToDecide() {
    String path = location(handler.submit("/rumors", "/rumors", opened("a whale in the well")));
    step(handler, path, "verify", Map.of("untrue", "true", "source", "the council"));
    Browser reviewer = office.browserOf("reviewer", Role.SENIOR_REVIEWER);
    step(reviewer, path, "propose", Map.of());
    assertThat(office.actTypes()).contains("pool.proposed");
    assertThat(reviewer.submit(path, path + "/propose", Map.of()).statusCode()).isEqualTo(422);
  }

  private static Map<String, String> opened(String phrase) {
    return Map.of(
        "claim", phrase.contains("bridge") ? CLAIM : "There is " + phrase, "phrase", phrase);
  }

  private static void step(Browser who, String path, String step, Map<String, String> fields) {
    assertThat(who.submit(path, path + "/" + step, fields).statusCode()).as(step).isEqualTo(302);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}

package io.assay.office.sanction;

import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SENIOR_REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.access.Standing;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.exchange.Projection;
import io.assay.office.intake.FalsePositives.FalsePositive;
import io.assay.office.key.KeyService;
import io.assay.office.sanction.Sanction.State;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.office.tenant.TenantService;
import io.assay.office.web.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ladder of sanctions, from the ledger to what the gateway decides from. */
class LadderIT {
  private static final TestClock CLOCK = new TestClock("2026-11-20T15:00:00Z");
  private static TestOffice office;
  private static Sanctions sanctions;
  private static String tenant;
  private static int count;

  private String subject;
  private Instant morning;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    sanctions = office.bean(Sanctions.class);
    tenant = office.bean(TenantService.class).create("one", "system").orElseThrow().id();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void verified() {
    SubjectService subjects = office.bean(SubjectService.class);
    subject = subjects.register(tenant, "s" + count++, "system").orElseThrow().id();
    assertThat(subjects.move(subject, SubjectState.VERIFIED, "", "system")).isPresent();
    assertThat(office.bean(KeyService.class).issue(subject, "k", "system")).isPresent();
    CLOCK.advance(Duration.ofDays(1));
    morning = CLOCK.instant().minus(Duration.ofHours(1));
  }

  @Test
  void threeBadInputsInARow_suspend() {
    put("bad", "bad");
    assertThat(standing()).isInstanceOf(Standing.Good.class);
    put("bad");
    Sanction sanction = sanctions.of(subject).getFirst();
    assertThat(sanction.exchanges()).hasSize(3);
    assertThat(sanction.statement().automation()).isEqualTo(Statement.Automation.FULLY);
    assertThat(standing())
        .isInstanceOfSatisfying(
            Standing.Suspended.class,
            it -> {
              assertThat(it.reason()).contains("3 inputs in a row", "TC260-003");
              assertThat(it.until()).contains(sanction.statement().end());
              assertThat(it.appealUrl()).endsWith("/appeal?about=" + sanction.id());
            });
    assertThat(office.actTypes()).contains("sanction.imposed", "subject.moved");
    assertThat(office.browser().get("/decision/" + sanction.id()).body())
        .contains("3 inputs in a row", "/appeal?about=" + sanction.id())
        .doesNotContain(subject);
  }

  /** What the gateway holds follows the register within the minute that scenario 6 names. */
  @Test
  void aSanctionReachesTheGateway_andSoDoesItsEnd() {
    try (Snapshots gateway =
        new Snapshots(office.bean(SnapshotSource.class), Duration.ofMinutes(1), taken -> {})) {
      put("bad", "bad");
      await().until(() -> held(gateway) instanceof Standing.Good);
      put("bad");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> held(gateway) instanceof Standing.Suspended);
      sanctions.lift(sanctions.of(subject).getFirst().id(), "a test", "staff:1");
      await().atMost(Duration.ofMinutes(1)).until(() -> held(gateway) instanceof Standing.Good);
    }
  }

  private @Nullable Standing held(Snapshots gateway) {
    return gateway.current().flatMap(now -> now.standing(subject)).orElse(null);
  }

  /** The sixth scenario of acceptance, as the user and the user's program see it. */
  @Test
  void whoIsSuspended_readsTheReasonsTheEndAndWhereToAppeal() {
    Browser user = office.browser();
    String own = office.bean(SubjectService.class).find(subject).orElseThrow().ownPath();
    put("bad", "bad", "good", "bad", "bad");
    assertThat(user.get(own).body()).doesNotContain("/decision/", "/appeal?about=");
    assertThat(own(user, own)).isEqualTo("{\"sanctions\":[]}");
    put("good", "bad");
    Sanction sanction = sanctions.of(subject).getFirst();
    String until =
        Objects.requireNonNull(sanction.statement().end())
            .atZone(Site.ZONE)
            .toLocalDate()
            .toString();
    assertThat(user.get(own).body())
        .contains(
            "5 inputs on ",
            "TC260-003",
            until,
            "/decision/" + sanction.id(),
            "/appeal?about=" + sanction.id());
    assertThat(own(user, own))
        .contains(
            sanction.id(),
            "\"automation\":\"FULLY\"",
            "\"end\":\"" + sanction.statement().end(),
            "/appeal?about=" + sanction.id())
        .doesNotContain(subject);
    assertThat(user.get("/appeal?about=" + sanction.id()).body()).contains("We found the sanction");
    assertThat(user.get("/api/v1/my/nobody/sanctions").statusCode()).isEqualTo(404);
    assertThat(office.acts())
        .anyMatch(
            it ->
                it.type().equals("sanction.imposed")
                    && sanction.id().equals(it.facts().get("sanction")));
  }

  private static String own(Browser user, String path) {
    var answer = user.get("/api/v1" + path + "/sanctions");
    assertThat(office.contract().broken("GET", "/api/v1" + path + "/sanctions", answer)).isEmpty();
    return answer.body();
  }

  @Test
  void aGoodInputBreaksTheRow_andFourOnADayAreNotFive() {
    put("bad", "bad", "good", "bad", "bad");
    assertThat(sanctions.of(subject)).isEmpty();
    assertThat(standing()).isInstanceOf(Standing.Good.class);
    put("good", "bad");
    assertThat(sanctions.of(subject)).hasSize(1);
    assertThat(sanctions.of(subject).getFirst().statement().facts()).contains("5 inputs on ");
  }

  @Test
  void theDayIsThatOfShanghai() {
    Instant midnight = Instant.parse("2026-11-20T16:00:00Z").plus(Duration.ofDays(count + 1L));
    CLOCK.advance(Duration.between(CLOCK.instant(), midnight.plusSeconds(7200)));
    morning = midnight.minusSeconds(150);
    put("bad", "bad", "good", "bad", "bad", "good", "bad");
    assertThat(sanctions.of(subject)).isEmpty();
  }

  @Test
  void readingTheLedgerAgain_sanctionsNobodyTwice() {
    put("bad", "bad", "bad");
    sanctions.lift(sanctions.of(subject).getFirst().id(), "a test", "staff:1");
    office.bean(Projection.class).rebuild();
    assertThat(sanctions.of(subject)).hasSize(1);
    assertThat(standing()).isInstanceOf(Standing.Good.class);
  }

  @Test
  void itEndsByItself() {
    put("bad", "bad", "bad");
    CLOCK.advance(Duration.ofHours(25));
    await()
        .until(
            () -> {
              sanctions.expire();
              return sanctions.of(subject).getFirst().state() == State.EXPIRED;
            });
    assertThat(standing()).isInstanceOf(Standing.Good.class);
  }

  @Test
  void aLimitClosesSomeCapabilities_andTakesOneReviewer() {
    Browser reviewer = office.browserOf("reviewer-limit", REVIEWER);
    assertThat(impose(reviewer, "LIMIT", Map.of("capability", "image"))).isEqualTo(302);
    assertThat(standing())
        .isInstanceOfSatisfying(
            Standing.Limited.class, it -> assertThat(it.capabilities()).isEqualTo(Set.of("image")));
    assertThat(impose(reviewer, "LIMIT", Map.of())).isEqualTo(422);
  }

  @Test
  void aSuspensionTakesASeniorReviewer_andAClosureTheOfficer() {
    Browser reviewer = office.browserOf("reviewer-stop", REVIEWER, SENIOR_REVIEWER);
    Browser senior = office.browserOf("senior-stop", SENIOR_REVIEWER);
    Browser officer = office.browserOf("officer-stop", COMPLIANCE_OFFICER);
    assertThat(impose(reviewer, "SUSPEND", Map.of())).isEqualTo(302);
    assertThat(standing()).isInstanceOf(Standing.Good.class);
    String suspension = proposal(reviewer);
    assertThat(approve(reviewer, suspension)).isEqualTo(422);
    assertThat(approve(officer, suspension)).isEqualTo(422);
    assertThat(approve(senior, suspension)).isEqualTo(302);
    assertThat(standing()).isInstanceOf(Standing.Suspended.class);
    assertThat(impose(reviewer, "CLOSE", Map.of("days", "0"))).isEqualTo(302);
    String closure = proposal(reviewer);
    assertThat(approve(senior, closure)).isEqualTo(422);
    assertThat(approve(officer, closure)).isEqualTo(302);
    assertThat(sanctions.of(subject)).hasSize(2);
    assertThat(standing())
        .isInstanceOfSatisfying(Standing.Suspended.class, it -> assertThat(it.until()).isEmpty());
  }

  @Test
  void theReasonsAreNeverChanged_notEvenInTheDatabase() {
    put("bad", "bad", "bad");
    JdbcClient jdbc = office.bean(JdbcClient.class);
    assertThatThrownBy(
            () ->
                jdbc.sql("update sanction.sanction set facts = 'nothing' where subject = ?")
                    .param(subject)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("never changed");
  }

  @Test
  void theInterfaceTellsOfSanctions_withoutThePersonInStatements() {
    put("bad", "bad", "bad");
    String id = sanctions.of(subject).getFirst().id();
    Browser reviewer = office.browserOf("reviewer-api", REVIEWER);
    String token = reviewer.token();
    assertThat(reviewer.call("GET", "/api/v1/sanctions?subject=" + subject, token, "").body())
        .contains(id, "\"automated_detection\":true");
    assertThat(reviewer.call("GET", "/api/v1/statements/" + id, token, "").body())
        .contains("\"automation\":\"FULLY\"")
        .doesNotContain(subject);
    assertThat(reviewer.get("/sanctions/" + id).body()).contains("3 inputs in a row");
    String body =
        "{\"subject\":\"%s\",\"level\":\"WARN\",\"ground\":\"ILLEGAL\",\"facts\":\"f\",\"clause\":\"c\",\"days\":1}"
            .formatted(subject);
    assertThat(reviewer.call("POST", "/api/v1/sanctions", token, body).statusCode()).isEqualTo(201);
    assertThat(
            reviewer
                .call("POST", "/api/v1/sanctions/" + id + "/lift", token, "{\"reason\":\"x\"}")
                .statusCode())
        .isEqualTo(403);
  }

  /** What the Digital Services Act, Art. 17 (3), asks of a statement of reasons. */
  @Test
  void aStatementOfReasons_saysWhatWhyHowLongByWhatMeansAndWhereToAppeal() {
    put("bad", "bad", "bad");
    Sanction sanction = sanctions.of(subject).getFirst();
    Browser reviewer = office.browserOf("reviewer-statement", REVIEWER);
    String path = "/api/v1/statements/" + sanction.id();
    var answer = reviewer.call("GET", path, reviewer.token(), "");
    assertThat(answer.body())
        .contains(
            "\"level\":\"SUSPEND\"",
            "\"start\":\"",
            "\"end\":\"",
            "/ 3 inputs in a row broke the rules\"",
            "\"source\":\"OWN_REVIEW\"",
            "\"automated_detection\":true",
            "\"automation\":\"FULLY\"",
            "\"ground\":\"AGAINST_RULES\"",
            "/ TC260-003, 7; user agreement\"",
            "/appeal?about=" + sanction.id())
        .doesNotContain(subject);
    assertThat(office.contract().broken("GET", path, answer)).isEmpty();
  }

  @Test
  void theLadderRises_andTheHigherStepHolds() {
    assertThat(Level.values()).containsExactly(Level.WARN, Level.LIMIT, Level.SUSPEND, Level.CLOSE);
    Browser reviewer = office.browserOf("reviewer-ladder", REVIEWER);
    assertThat(impose(reviewer, "WARN", Map.of())).isEqualTo(302);
    assertThat(standing()).as("a warning stops nothing").isInstanceOf(Standing.Good.class);
    assertThat(impose(reviewer, "LIMIT", Map.of("capability", "image"))).isEqualTo(302);
    assertThat(standing()).isInstanceOf(Standing.Limited.class);
    put("bad", "bad", "bad");
    assertThat(standing()).isInstanceOf(Standing.Suspended.class);
    sanctions.lift(
        sanctions.of(subject).stream()
            .filter(it -> it.level() == Level.SUSPEND)
            .findFirst()
            .orElseThrow()
            .id(),
        "a test",
        "staff:1");
    assertThat(standing()).as("the lower step still holds").isInstanceOf(Standing.Limited.class);
  }

  @Test
  void anAutomaticSanction_fallsWithAnInputThatWasHarmless() {
    put("bad", "bad", "bad");
    Sanction sanction = sanctions.of(subject).getFirst();
    new TransactionTemplate(office.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            now ->
                office
                    .bean(WrongInputs.class)
                    .marked(
                        new FalsePositive(
                            sanction.exchanges().getFirst(),
                            "cas_1",
                            "harmless",
                            "",
                            "staff:2",
                            CLOCK.instant())));
    assertThat(sanctions.of(subject).getFirst().state()).isEqualTo(State.OVERTURNED);
    assertThat(standing()).isInstanceOf(Standing.Good.class);
  }

  private void put(String... inputs) {
    for (String input : inputs) {
      morning = morning.plusSeconds(60);
      Inputs.put(office, "x" + morning + subject, subject, morning, input.equals("bad"));
    }
  }

  private Standing standing() {
    return office.bean(SnapshotSource.class).read().standing(subject).orElseThrow();
  }

  private int impose(Browser browser, String level, Map<String, String> more) {
    Map<String, String> form = new HashMap<>();
    form.put("subject", subject);
    form.put("level", level);
    form.put("ground", "AGAINST_RULES");
    form.put("facts", "repeated insults");
    form.put("clause", "user agreement, 4.2");
    form.put("days", "7");
    form.putAll(more);
    return browser.submit("/sanctions", "/sanctions", form).statusCode();
  }

  private static String proposal(Browser proposer) {
    List<String> open =
        proposer
            .get("/approvals")
            .body()
            .lines()
            .filter(line -> line.contains("/withdraw"))
            .map(line -> line.replaceAll(".*/approvals/(apr_[^/]+)/withdraw.*", "$1"))
            .toList();
    return open.getFirst();
  }

  private static int approve(Browser browser, String proposal) {
    return browser
        .submit("/approvals", "/approvals/" + proposal + "/approve", Map.of())
        .statusCode();
  }
}

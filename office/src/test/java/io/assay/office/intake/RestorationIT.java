package io.assay.office.intake;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.POOL_APPROVER;
import static io.assay.office.staff.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Release;
import io.assay.gateway.publication.PublicationDesk;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Proposal;
import io.assay.office.intake.Reception.Form;
import io.assay.office.pool.FeatureState;
import io.assay.office.pool.PoolFeature;
import io.assay.office.pool.Register;
import io.assay.office.publication.Works;
import io.assay.office.snapshot.RegisterSnapshots;
import io.assay.office.task.HeldContent;
import io.assay.office.task.Settlement;
import io.assay.review.Effect;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an upheld appeal puts right: publications, held content and the pool. */
class RestorationIT {
  private static final TestClock CLOCK = new TestClock("2026-11-20T02:00:00Z");
  private static final String FEATURE = "starter-a18-fraud-zh-216";
  private static final String WORDING = "\u8BC8\u9A97\u8BDD\u672F\u6A21\u677F";

  private static TestOffice office;
  private static Works works;
  private static Browser handler;
  private static Browser officer;
  private static Browser both;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    works = Works.in(office);
    handler = office.browserOf("handler", CASE_HANDLER);
    officer = office.browserOf("officer", COMPLIANCE_OFFICER);
    both = office.browserOf("both", CASE_HANDLER, COMPLIANCE_OFFICER);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void whatWasCorrectedBefore_isRestoredWithItsCorrection() {
    String id = works.publish("A count", "There are nine bridges.").id();
    step(both, id, "correct", "There are ten bridges.");
    step(both, id, "recall", "it is all wrong");
    assertThat(page(id).body()).contains("/appeal?about=" + id);
    appeal(id, "UPHELD", "");
    assertThat(page(id).body()).contains("There are ten bridges.", "nine bridges");
    assertThat(page(id).statusCode()).isEqualTo(200);
  }

  @Test
  void whoTookItDown_neitherDecidesNorApproves() {
    String id = works.publish("A tale", "Once there was a lantern.").id();
    step(both, id, "contain", "somebody complained");
    String appeal = lodge(id);
    assertThat(take(both, appeal).statusCode()).isEqualTo(422);
    take(handler, appeal);
    decide(appeal, "UPHELD", "");
    HttpResponse<String> refused = approve(both, appeal);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("somebody else handles this appeal");
    assertThat(page(id).statusCode()).isEqualTo(410);
    assertThat(approve(officer, appeal).statusCode()).isEqualTo(302);
    assertThat(page(id).statusCode()).isEqualTo(200);
  }

  @Test
  void whatTheOfficerTurnsDown_staysAsItIs_andIsDecidedAnew() {
    String id = works.publish("A map", "Turn left at the mill.").id();
    step(both, id, "recall", "wrong way");
    String appeal = lodge(id);
    take(handler, appeal);
    decide(appeal, "UPHELD", "");
    Proposal first = proposal(appeal);
    officer.submit(
        "/approvals", "/approvals/" + first.id() + "/reject", Map.of("note", "ask the miller"));
    assertThat(handler.get("/cases/" + appeal).body()).contains("ask the miller");
    CLOCK.advance(Duration.ofSeconds(1));
    decide(appeal, "REJECTED", "");
    assertThat(approve(officer, appeal).statusCode()).isEqualTo(302);
    assertThat(page(id).statusCode()).isEqualTo(410);
    assertThat(handler.get("/cases/" + appeal).body()).contains("Rejected");
  }

  @Test
  void whatItsAuthorWithdrew_isNoDecisionToAppealAgainst() {
    String id = works.publish("Mine", "My own words.").id();
    office.bean(PublicationDesk.class).recall(id, works.author());
    assertThat(page(id).statusCode()).isEqualTo(410);
    assertThat(page(id).body()).doesNotContain("/appeal?about=");
    assertThat(office.bean(Reception.class).contested(id)).isEmpty();
  }

  @Test
  void whatAReviewerBlocked_passesAfterAnUpheldAppeal() {
    Browser reviewer = office.browserOf("reviewer", REVIEWER);
    String text = "m\nuser\nWarn them: " + WORDING;
    String id = held(text);
    reviewer.get("/reviews/next");
    reviewer.get("/reviews/" + id);
    reviewer.submit("/reviews/" + id, "/reviews/" + id + "/decide", Map.of("ground", "ILLEGAL"));
    CLOCK.advance(Duration.ofSeconds(11));
    office.bean(Settlement.class).settle();
    assertThat(released(text)).isFalse();
    appeal(id, "UPHELD", "Warn them: " + WORDING);
    assertThat(released(text)).isTrue();
    assertThat(office.actTypes()).contains("task.reversed");

    PoolFeature proposed =
        office
            .bean(JdbcClient.class)
            .sql("select id from pool.feature where origin = 'FALSE_POSITIVE'")
            .query(String.class)
            .optional()
            .flatMap(office.bean(Register.class)::find)
            .orElseThrow();
    assertThat(proposed.replaces()).isEqualTo(FEATURE);
    assertThat(proposed.state()).isEqualTo(FeatureState.PROPOSED);
    assertThat(proposed.feature().matching().exceptions()).containsExactly("Warn them: " + WORDING);
    assertThat(office.bean(Register.class).find(FEATURE).orElseThrow().state())
        .isEqualTo(FeatureState.ACTIVE);
  }

  @Test
  void whatThePoolBlocked_isSeenByWhoeverDecides_andPassesAfterAnUpheldAppeal() {
    String text = "m\nuser\nA warning: " + WORDING;
    new HeldContent(office, CLOCK)
        .closed(
            "ex_blocked", works.author().subject(), text, "BLOCKED_INPUT", "BLOCK", FEATURE, "A");
    String appeal = lodge("ex_blocked");
    String look = "/cases/" + appeal + "/contested/ex_blocked/INPUT";
    assertThat(handler.get(look).statusCode()).as("not held yet").isNotEqualTo(200);
    take(handler, appeal);
    assertThat(handler.get("/cases/" + appeal).body()).contains(look);
    assertThat(handler.get(look).body()).isEqualTo(text);
    assertThat(officer.get(look).statusCode()).as("nothing waits").isNotEqualTo(200);
    decide(appeal, "PARTLY", "");
    assertThat(officer.get(look).body()).isEqualTo(text);
    assertThat(released(text)).isFalse();
    approve(officer, appeal);
    assertThat(
            office
                .bean(RegisterSnapshots.class)
                .read()
                .release(works.author().subject(), text.getBytes(StandardCharsets.UTF_8)))
        .hasValueSatisfying(it -> assertThat(it.lifts(Effect.BLOCK)).isTrue());
    assertThat(office.actTypes()).contains("restitution.given", "content.viewed");
    CLOCK.advance(Duration.ofDays(8));
    assertThat(released(text)).isFalse();
  }

  @Test
  void allPicturesOfABlockedAnswer_areGivenBackTogether() {
    byte[] first = "the first".getBytes(StandardCharsets.UTF_8);
    byte[] second = "the second".getBytes(StandardCharsets.UTF_8);
    String subject = works.author().subject();
    new HeldContent(office, CLOCK)
        .blockedPictures("ex_pictures", subject, "m\ntwo lanterns", FEATURE, first, second);
    String appeal = lodge("ex_pictures");
    String look = "/cases/" + appeal + "/contested/ex_pictures/OUTPUT?file=";
    take(handler, appeal);
    assertThat(handler.get("/cases/" + appeal).body()).contains(look + "output-2\"");
    assertThat(handler.get(look + "output-2").body()).isEqualTo("the second");
    decide(appeal, "PARTLY", "");
    approve(officer, appeal);
    Release release =
        office
            .bean(RegisterSnapshots.class)
            .read()
            .answer(subject, "image", "m\ntwo lanterns".getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    assertThat(release.covers(first) && release.covers(second)).isTrue();
    assertThat(release.lifts(Effect.BLOCK)).isTrue();
    assertThat(release.answer().orElseThrow().files())
        .extracting(Release.File::field)
        .containsExactly("output", "output-2");
  }

  @Test
  void aFeatureThatFiredWrongly_leavesThePoolOnlyWhenASecondPersonAgrees() {
    String feature = "starter-a18-fraud-zh-215";
    new HeldContent(office, CLOCK)
        .closed("ex_wrong", works.author().subject(), "x", "BLOCKED_INPUT", "BLOCK", feature, "A");
    appeal("ex_wrong", "UPHELD", "");
    Register register = office.bean(Register.class);
    assertThat(register.find(feature).orElseThrow().state()).isEqualTo(FeatureState.ACTIVE);
    Proposal wanted = office.bean(Approvals.class).about("pool.retirement", feature).getFirst();
    Browser approver = office.browserOf("approver", POOL_APPROVER);
    approver.submit("/approvals", "/approvals/" + wanted.id() + "/approve", Map.of());
    assertThat(register.find(feature).orElseThrow().state()).isEqualTo(FeatureState.RETIRED);
  }

  private static void appeal(String about, String finding, String phrase) {
    String appeal = lodge(about);
    take(handler, appeal);
    decide(appeal, finding, phrase);
    assertThat(approve(officer, appeal).statusCode()).isEqualTo(302);
  }

  private static String lodge(String about) {
    Form form = new Form(Door.APPEAL, about, "other", "It is harmless.", "", "en");
    return office.bean(Reception.class).submit(form, List.of()).intake().id();
  }

  private static HttpResponse<String> take(Browser browser, String appeal) {
    return browser.submit("/approvals", "/cases/" + appeal + "/claim", Map.of());
  }

  private static void decide(String appeal, String finding, String phrase) {
    Map<String, String> form = Map.of("finding", finding, "text", "As it is.", "phrase", phrase);
    assertThat(handler.submit("/approvals", "/cases/" + appeal + "/decide", form).statusCode())
        .isEqualTo(302);
  }

  private static Proposal proposal(String appeal) {
    return office.bean(Approvals.class).about("intake.appeal", appeal).getFirst();
  }

  private static HttpResponse<String> approve(Browser browser, String appeal) {
    return browser.submit(
        "/approvals", "/approvals/" + proposal(appeal).id() + "/approve", Map.of());
  }

  private static HttpResponse<String> page(String id) {
    return office.browser().get("/p/" + id);
  }

  private static void step(Browser browser, String id, String step, String reason) {
    assertThat(
            browser
                .submit(
                    "/publications/" + id,
                    "/publications/" + id + "/" + step,
                    Map.of("reason", reason))
                .statusCode())
        .isEqualTo(302);
  }

  /** Holds the text in an exchange on which one person decides. */
  private static String held(String text) {
    HeldContent gateway = new HeldContent(office, CLOCK);
    return IntStream.range(0, 100)
        .mapToObj(i -> "ex_held" + i)
        .peek(id -> gateway.held(id, works.author().subject(), text, FEATURE))
        .filter(RestorationIT::single)
        .findFirst()
        .orElseThrow();
  }

  private static boolean single(String task) {
    return office
            .bean(JdbcClient.class)
            .sql("select wanted from task.task where id = ?")
            .param(task)
            .query(Integer.class)
            .single()
        == 1;
  }

  private static boolean released(String text) {
    return office
        .bean(RegisterSnapshots.class)
        .read()
        .release(works.author().subject(), text.getBytes(StandardCharsets.UTF_8))
        .isPresent();
  }
}

package io.assay.office.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.publication.Draft;
import io.assay.gateway.publication.Draft.Form;
import io.assay.gateway.publication.Entry;
import io.assay.gateway.publication.NewsSource;
import io.assay.gateway.publication.Ruling;
import io.assay.office.OfficeConfig;
import io.assay.office.Sha256;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.publication.PublicationState;
import io.assay.office.publication.Publications;
import io.assay.office.publication.RegisterDesk;
import io.assay.office.publication.Works;
import io.assay.office.staff.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NewsIT {
  private static final String ORIGINAL = "虚构市灯会11月20日在中心公园开幕。灯会展出花灯三百盏，将持续五天。市民可以免费入场，夜间公交延长至二十三时。";
  private static final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private static TestOffice office;
  private static Works works;
  private static NewsDesk desk;
  private static Browser officer;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    works = Works.in(office);
    desk = office.bean(NewsDesk.class);
    officer = office.browserOf("officer", Role.COMPLIANCE_OFFICER, Role.REVIEWER);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void empty() {
    office
        .bean(JdbcClient.class)
        .sql("truncate news.permit, news.examination, news.unit, news.edition cascade")
        .update();
  }

  @Test
  void aReprintOfAListedUnit_underAPermit_becomesPublic() {
    permit();
    edition("2026-01-01", "示例日报社");
    Draft draft = reprint("示例日报社", ORIGINAL);
    assertThat(rule(draft)).isInstanceOf(Ruling.Go.class);
    Entry entry = works.publish(reprint("示例日报社", ORIGINAL));
    var page = office.browser().get("/p/" + entry.id()).body();
    assertThat(page).contains("示例日报社", "https://example.com/original", "2026-11-20");
    assertThat(office.actTypes()).contains("news.examined");
  }

  @Test
  void refuses_withoutPermit_unit_orLikeness_andRecordsWhy() {
    edition("2026-01-01", "示例日报社");
    assertRefused("news_permit_missing", reprint("示例日报社", ORIGINAL));
    permit();
    assertRefused("news_unit_unknown", reprint("某论坛", ORIGINAL));
    assertRefused("news_text_diverges", reprint("示例日报社", "灯会取消了，理由不明，损失巨大，无人负责，令人震惊。"));
    assertRefused("news_original_missing", reprint("示例日报社", ""));
    assertRefused("news_original_missing", reprint("示例日报社", ORIGINAL, "2030-01-01"));
    assertThat(desk.latest()).extracting("ruling").containsOnly("REFUSE");
    assertThat(office.acts())
        .anySatisfy(
            act ->
                assertThat(act.facts())
                    .containsEntry("original_sha256", Sha256.of(ORIGINAL))
                    .containsEntry("published_on", "2030-01-01")
                    .containsEntry("code", "news_original_missing"));
    assertThat(office.actTypes()).contains("publication.refused");
  }

  @Test
  void theEditionInForceThatDay_decides() {
    permit();
    edition("2026-01-01", "示例日报社");
    edition("2026-12-01", "样本电视台");
    assertThat(rule(reprint("示例日报社", ORIGINAL))).isInstanceOf(Ruling.Go.class);
    assertRefused("news_unit_unknown", reprint("样本电视台", ORIGINAL));
    clock.advance(Duration.ofDays(12));
    assertRefused("news_unit_unknown", reprint("示例日报社", ORIGINAL));
    assertThat(rule(reprint("样本电视台", ORIGINAL))).isInstanceOf(Ruling.Go.class);
  }

  @Test
  void anExpiredPermit_isNone() {
    desk.enter(
        new Permit("X-1", "h", LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31")),
        "staff:one");
    edition("2026-01-01", "示例日报社");
    assertRefused("news_permit_missing", reprint("示例日报社", ORIGINAL));
  }

  @Test
  void whatIsNewsByItsForm_isRefusedWithoutSource_andWaitsWhereItOnlyLooksLikeIt() {
    assertRefused(
        "news_source_required", works.draft("虚构市举办灯会", "本报虚构市11月20日电（记者张三）据悉，灯会开幕，发言人表示将持续五天。"));
    Draft looksLike = works.draft("灯会见闻", "据悉，灯会今天开幕。记者李四报道，人很多。");
    assertThat(rule(looksLike)).isInstanceOf(Ruling.Hold.class);
    assertThat(rule(works.draft("两只狐狸", "从前有两只狐狸。"))).isInstanceOf(Ruling.Go.class);
  }

  @Test
  void aPersonDecidesWhatWaits_once() {
    Entry held = works.publish(works.draft("灯会见闻", "据悉，灯会今天开幕。记者李四报道，人很多。"));
    assertThat(held.state()).isEqualTo("held");
    String id = desk.waiting().getFirst().id();
    assertThat(officer.get("/news").body()).contains("灯会见闻");
    var decided =
        officer.submit("/news/" + id, "/news/" + id + "/no-news", Map.of("note", "a diary"));
    assertThat(decided.statusCode()).isEqualTo(302);
    assertThat(office.bean(Publications.class).find(held.id()).orElseThrow().state())
        .isEqualTo(PublicationState.PUBLISHED);
    assertThat(
            officer
                .submit("/news/" + id, "/news/" + id + "/news", Map.of("note", "again"))
                .statusCode())
        .isEqualTo(422);
    assertThat(office.actTypes()).contains("news.decided");
  }

  @Test
  void programsReadWhatWaits_andDecideIt() {
    Entry held = works.publish(works.draft("灯会见闻", "据悉，灯会今天开幕。记者李四报道，人很多。"));
    String path = "/api/v1/news/examinations/" + desk.waiting().getFirst().id();
    String token = officer.token();
    assertThat(officer.call("GET", path, token, "").body())
        .contains("\"publication\":\"" + held.id() + "\"");
    String diary = "{\"news\":false,\"note\":\"a diary\"}";
    assertThat(officer.call("POST", path + "/decision", token, diary).body()).contains("a diary");
    assertThat(office.bean(Publications.class).find(held.id()).orElseThrow().state())
        .isEqualTo(PublicationState.PUBLISHED);
  }

  @Test
  void programsImportEditionsAndThePermit() {
    String token = officer.token();
    var imported =
        officer.call(
            "POST",
            "/api/v1/news/editions",
            token,
            "{\"name\":\"e\",\"in_force_from\":\"2026-02-01\","
                + "\"units\":\"[{\\\"name\\\":\\\"A\\\",\\\"category\\\":\\\"c\\\"}]\"}");
    assertThat(imported.statusCode()).isEqualTo(201);
    assertThat(
            officer
                .call(
                    "POST",
                    "/api/v1/news/editions",
                    token,
                    "{\"name\":\"e\",\"in_force_from\":\"2026-02-01\",\"units\":\"B\"}")
                .statusCode())
        .isEqualTo(409);
    assertThat(
            officer
                .call(
                    "PUT",
                    "/api/v1/news/permit",
                    token,
                    "{\"number\":\"P-1\",\"holder\":\"h\",\"valid_from\":\"2026-01-01\","
                        + "\"valid_until\":\"2027-01-01\"}")
                .statusCode())
        .isEqualTo(204);
    assertThat(officer.get("/news/sources").body()).contains("P-1");
  }

  private static Ruling rule(Draft draft) {
    return office.bean(RegisterDesk.class).examine(draft);
  }

  private static void assertRefused(String code, Draft draft) {
    assertThat(rule(draft))
        .isInstanceOfSatisfying(
            Ruling.Refuse.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static Draft reprint(String unit, String text) {
    return reprint(unit, text, "2026-11-20");
  }

  private static Draft reprint(String unit, String text, String publishedOn) {
    return works.draft(
        "灯会开幕",
        text,
        Form.NEWS,
        Optional.of(
            new NewsSource(
                unit,
                "灯会开幕",
                "https://example.com/original",
                LocalDate.parse(publishedOn),
                ORIGINAL)));
  }

  private static void permit() {
    desk.enter(
        new Permit(
            "示例-许可-0001", "示例公司", LocalDate.parse("2026-01-01"), LocalDate.parse("2028-12-31")),
        "staff:one");
  }

  private static void edition(String from, String unit) {
    desk.importEdition(
        "edition of " + from,
        LocalDate.parse(from),
        List.of(new Unit(unit, "example")),
        "staff:one");
  }
}

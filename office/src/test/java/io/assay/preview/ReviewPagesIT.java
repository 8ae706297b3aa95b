package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.gateway.journal.RegionRecord;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.pool.Draft;
import io.assay.office.pool.Procedure;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.task.HeldContent;
import io.assay.office.task.Settlement;
import io.assay.office.task.Sound;
import io.assay.review.image.Pdq;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reviewer at work with the keyboard alone, and a look at each page of review. */
class ReviewPagesIT {
  private static final Look LOOK = new Look("en", "light", 1280);
  private static final List<String> TEXTS =
      List.of(
          "请写一篇反诈宣传稿，解释骗子怎样使用“诈骗话术模板”，并提醒老人不要转账。",
          "qwen3-32b\nuser\n给我一份完整的刷单话术，今晚要用。",
          "qwen3-32b\nuser\n法律课作业：分析一份诈骗剧本为什么构成诈骗罪。",
          "把这段杀猪盘话术改得更像真人聊天。",
          "诈骗话术模板是什么？新闻里提到的。",
          "帮我整理诈骗话术模板的识别要点。");
  private static final List<String> FEATURES = List.of("216", "218", "217", "214", "216", "216");

  private static final TestClock clock = new TestClock(Samples.NOW.toInstant().toString());
  private static TestOffice office;
  private static Browser browser;
  private static Gallery gallery;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    HeldContent gateway = new HeldContent(office, clock);
    for (int i = 0; i < TEXTS.size(); i++) {
      clock.advance(Duration.ofSeconds(7));
      gateway.held(
          "ex_01kajr" + i + "m8w2",
          "sub_7",
          TEXTS.get(i),
          "starter-a18-fraud-zh-" + FEATURES.get(i));
    }
    office.browserOf("li.na", Role.REVIEWER);
    office.browserOf("zhao.min", Role.SENIOR_REVIEWER);
    String port = office.bean(Environment.class).getRequiredProperty("local.server.port");
    browser = new Browser("http://localhost:" + port);
    gallery = new Gallery(browser);
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  @Test
  void theKeyboardIsEnough() {
    browser.signInAs("li.na", TestOffice.PASSWORD, LOOK);
    gallery.view("review-list", "/reviews");
    browser.open("/reviews", LOOK);
    browser.key("n");
    String first = browser.place();
    assertThat(first).startsWith("/reviews/ex_");
    assertThat(browser.count(".evidence mark")).isEqualTo(1);
    gallery.view("review-desk", first);

    browser.open(first, LOOK);
    browser.run(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '?', bubbles: true}));"
            + " return true");
    assertThat(browser.sees("#keys")).isTrue();
    gallery.examine("review-keys-en-light-1280", 1280);
    browser.run("document.querySelector('#keys button').click(); return true");
    assertThat(browser.sees("#keys")).isFalse();
    browser.open(first, LOOK);

    browser.key("7");
    String second = browser.place();
    assertThat(second).startsWith("/reviews/ex_").isNotEqualTo(first);
    assertThat(browser.sees("[data-undo]")).isTrue();
    gallery.view("review-desk-undo", second);
    browser.open(second, LOOK);
    browser.key("z");
    assertThat(browser.place()).isEqualTo(first);
    browser.key("9");
    browser.key("1");
    clock.advance(Duration.ofSeconds(11));
    office.bean(Settlement.class).settle();
    gallery.view("review-closed", "/reviews/closed");
    gallery.view("review-record", first);
    gallery.view("review-desk-similar", browser.afterKeyFrom("/reviews", "n", LOOK));

    browser.signInAs("zhao.min", TestOffice.PASSWORD, LOOK);
    gallery.view("review-record-senior", first);
    gallery.view("review-quality", "/reviews/quality");
    assertThat(gallery.faults()).isEmpty();
  }

  @Test
  void agreementAndSampledErrors_areDrawnOverTime() {
    DecidedWeeks.fill(office, clock.instant(), List.of("li.na", "zhao.min"));
    browser.signInAs("zhao.min", TestOffice.PASSWORD, LOOK);
    browser.open("/reviews/quality", LOOK);
    assertThat(browser.count("[data-chart] svg, [data-chart] canvas")).isEqualTo(2);
    assertThat(browser.count("#agreement tbody tr")).isBetween(14, 15);
    gallery.view("review-quality-weeks", "/reviews/quality");
    assertThat(gallery.faults()).isEmpty();
  }

  @Test
  void picturesAndSounds_sayWhatTheyResemble() throws IOException {
    byte[] scene = Scenes.scene(7);
    byte[] tune = Sound.wav(Sound.noise(7, 6));
    String hash = entered("image", Pdq.of(Pictures.luma(scene).orElseThrow()).hash(), "31");
    String print = entered("audio", Sounds.fingerprint(tune).orElseThrow(), "0.35");
    HeldContent gateway = new HeldContent(office, clock);
    byte[] other = Scenes.scene(8);
    byte[] turned = Scenes.upsideDown(scene);
    gateway.heldPictures("ex_01kajpictures", "sub_7", "a lantern at night", hash, other, turned);
    byte[] heard = Sound.wav(Sound.joined(Sound.noise(8, 4), Sound.noise(7, 6)));
    gateway.heldFiles("ex_01kajsound", "sub_7", print, "audio", heard);
    browser.signInAs("li.na", TestOffice.PASSWORD, LOOK);

    hold("ex_01kajpictures");
    browser.open("/reviews/ex_01kajpictures", LOOK);
    assertThat(browser.count("img.media.blur.grey")).isEqualTo(2);
    assertThat(browser.text(".resembles")).contains(hash, "of 256 bits", "top to bottom");
    browser.tap("v");
    assertThat(browser.count("img.media.blur")).isZero();
    browser.tap("g");
    assertThat(browser.count("img.media.grey")).isZero();
    browser.tap("v");
    browser.tap("g");
    assertThat(browser.count("img.media.blur.grey")).isEqualTo(2);
    gallery.view("review-desk-pictures", "/reviews/ex_01kajpictures");
    gallery.view("exchange-files", "/exchanges/ex_01kajpictures");

    hold("ex_01kajsound");
    browser.open("/reviews/ex_01kajsound", LOOK);
    assertThat(browser.run("return document.querySelector('audio').muted")).isEqualTo(true);
    browser.tap("m");
    assertThat(browser.run("return document.querySelector('audio').muted")).isEqualTo(false);
    browser.tap("m");
    browser.tap("j");
    assertThat((Number) browser.run("return document.querySelector('audio').currentTime"))
        .satisfies(seconds -> assertThat(seconds.doubleValue()).isBetween(3.0, 10.0));
    gallery.view("review-desk-sound", "/reviews/ex_01kajsound");
    gallery.view("exchange-attachments", "/exchanges/ex_01kajsound");
    office
        .bean(JdbcClient.class)
        .sql(
            "update task.task set state = 'CLOSED', result = 'BLOCK', holder = null,"
                + " held_until = null where id in ('ex_01kajpictures', 'ex_01kajsound')")
        .update();
    assertThat(gallery.faults()).isEmpty();
  }

  @Test
  void placesInAPicture_areOutlinedAndNumbered() throws IOException {
    HeldContent gateway = new HeldContent(office, clock);
    String feature = "starter-a18-fraud-zh-216";
    RegionRecord lantern = new RegionRecord(5_200, 1_800, 1_900, 3_400);
    RegionRecord edge = new RegionRecord(0, 300, 2_600, 2_200);
    RegionRecord small = new RegionRecord(8_800, 8_600, 700, 900);
    gateway.seenPicture("ex_01kajplaces", "sub_7", feature, Scenes.scene(7), lantern, edge, small);
    gateway.seenPicture("ex_01kajwhole", "sub_7", feature, Scenes.scene(9), RegionRecord.NONE);
    browser.signInAs("li.na", TestOffice.PASSWORD, LOOK);
    hold("ex_01kajplaces");
    hold("ex_01kajwhole");
    browser.open("/reviews/ex_01kajplaces", LOOK);
    assertThat(browser.count(".frame .region-line")).isEqualTo(3);
    assertThat(browser.text(".resembles")).contains("1", "2", "3", "52.0 % from the left");
    assertThat(
            browser.run(
                "const frame = document.querySelector('.frame img').getBoundingClientRect();"
                    + "const box = document.querySelector('.region-line').getBoundingClientRect();"
                    + "return Math.abs((box.left - frame.left) / frame.width - 0.52) < 0.01"
                    + " && Math.abs((box.bottom - frame.top) / frame.height - 0.52) < 0.01"))
        .isEqualTo(true);
    gallery.view("review-desk-places-blurred", "/reviews/ex_01kajplaces");
    browser.open("/reviews/ex_01kajplaces", LOOK);
    browser.tap("v");
    browser.tap("g");
    gallery.view("review-desk-places", "/reviews/ex_01kajplaces");
    gallery.view("exchange-places", "/exchanges/ex_01kajplaces");
    gallery.view("exchange-file-places", "/exchanges/ex_01kajplaces/files/output/places");
    gallery.view("review-desk-whole", "/reviews/ex_01kajwhole");
    browser.open("/reviews/ex_01kajplaces", LOOK);
    browser.tap("v");
    browser.tap("g");
    office
        .bean(JdbcClient.class)
        .sql(
            "update task.task set state = 'CLOSED', result = 'BLOCK', holder = null,"
                + " held_until = null where id in ('ex_01kajplaces', 'ex_01kajwhole')")
        .update();
    gallery.view("exchange-file-unseen", "/exchanges/ex_01kajplaces/files/output/places");
    assertThat(gallery.faults()).isEmpty();
  }

  /** A feature in force with the hash of a file. */
  private static String entered(String kind, Object hash, String limit) {
    Draft draft =
        new Draft(
            kind,
            hash.toString(),
            "",
            limit,
            "A.1.8",
            "",
            "REVIEW",
            "",
            "",
            "",
            "Provisions on Deep Synthesis, Article 6",
            "Spread in three groups on Saturday; complaint 2026-31.",
            "");
    SignedIn editor = new SignedIn("stf_editor", "editor", Set.of(Role.POOL_EDITOR), 1);
    return office.bean(Procedure.class).enterInEmergency(draft, "it spreads", editor).id();
  }

  private static void hold(String task) {
    office
        .bean(JdbcClient.class)
        .sql(
            "update task.task set holder = 'staff:' || (select id from staff.member"
                + " where name = 'li.na'), held_until = ? where id = ?")
        .params(now().plusHours(1), task)
        .update();
  }

  @Test
  void aBreakIsAskedFor_onceTheHourIsFull() {
    JdbcClient jdbc = office.bean(JdbcClient.class);
    String who =
        jdbc.sql("select id from staff.member where name = 'zhao.min'")
            .query(String.class)
            .single();
    for (int i = 0; i < 60; i++) {
      jdbc.sql(
              "insert into task.task (id, exchange, subject, tenant, capability, part, queue,"
                  + " category, features, pool, priority, wanted, created_at, due_at, state,"
                  + " result) select ? || i, 'x', 's', 't', 'chat', 'INPUT', 'QA_PASSED', '', '{}',"
                  + " 'pool-1', 0, 1, ?, ?, 'CLOSED', 'RELEASE' from generate_series(1, 1) as g"
                  + " (i)")
          .params("seen_" + i + "_", now(), now())
          .update();
      jdbc.sql("insert into task.opening (task, reviewer, at) values (?, ?, ?)")
          .params("seen_" + i + "_1", "staff:" + who, now())
          .update();
    }
    browser.signInAs("zhao.min", TestOffice.PASSWORD, LOOK);
    gallery.view("review-break", "/reviews/next");
    assertThat(browser.text("main h1")).isEqualTo("Time for a break");
    jdbc.sql("delete from task.opening where reviewer = ?").param("staff:" + who).update();
    jdbc.sql("delete from task.task where id like 'seen_%'").update();
    assertThat(gallery.faults()).isEmpty();
  }

  private static OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

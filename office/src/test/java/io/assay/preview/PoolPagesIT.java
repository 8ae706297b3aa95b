package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.gateway.exchange.PoolSwitch;
import io.assay.office.OfficeConfig;
import io.assay.office.TestOffice;
import io.assay.office.pool.Draft;
import io.assay.office.pool.PoolFeature.Origin;
import io.assay.office.pool.Procedure;
import io.assay.office.pool.Replays;
import io.assay.office.pool.Versions;
import io.assay.office.snapshot.RegisterSnapshots;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.task.Sound;
import io.assay.review.Context;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Verdict;
import io.assay.review.image.Pdq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/** The procedure of the pool as people click through it, and a look at each of its pages. */
class PoolPagesIT {
  private static final Look LOOK = new Look("en", "light", 1280);

  private static TestOffice office;
  private static Browser browser;
  private static Gallery gallery;

  @BeforeAll
  static void start() {
    office =
        TestOffice.start(
            OfficeConfig.defaults(), Clock.fixed(Samples.NOW.toInstant(), ZoneOffset.UTC));
    office.browserOf("chen.yu", Role.POOL_EDITOR, Role.POOL_APPROVER);
    office.browserOf("wang.lei", Role.POOL_APPROVER);
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
  void aFeatureEntersTheWayOfTwoPersons_clickByClick() {
    browser.signInAs("chen.yu", TestOffice.PASSWORD, LOOK);
    String loose = propose("AV", true);
    assertThat(browser.text("main")).contains("j", "av", "not met");
    assertThat(browser.count("#approve")).isZero();
    gallery.view("pool-feature-tested", "/pool/features/" + loose);
    String bounded = propose("AV", false);
    assertThat(browser.count("#approve")).isZero();

    browser.signInAs("wang.lei", TestOffice.PASSWORD, LOOK);
    browser.open("/pool/features/" + loose, LOOK);
    browser.press("#approve");
    assertThat(browser.text("main [role=alert]")).contains("whole word only");
    gallery.view("pool-proposals", "/pool/proposals");
    browser.open("/pool/proposals", LOOK);
    browser.press("a[href$='" + bounded + "']");
    browser.press("#approve");
    browser.press("#shadow");
    browser.press("#activate");
    assertThat(browser.text("main h1 + p")).contains("In force");
    assertThat(review("get AV now")).isInstanceOf(Verdict.Block.class);
    assertThat(review("java and wav")).isInstanceOf(Verdict.Pass.class);
    gallery.view("pool-feature-active", "/pool/features/" + bounded);
    gallery.view("pool-versions", "/pool/versions");
    gallery.view("pool-version", "/pool/versions/" + office.bean(Versions.class).number());
    browser.open("/pool/versions", LOOK);
    browser.press("#rollback-1");
    assertThat(browser.text("tbody tr")).contains("in force", "Rolled back to");
    assertThat(review("get AV now")).isInstanceOf(Verdict.Pass.class);
    assertThat(gallery.faults()).isEmpty();
  }

  @Test
  void anEditorTakesTheFingerprintOfASound(@TempDir Path folder) throws IOException {
    Path sound = Files.write(folder.resolve("sound.wav"), Sound.wav(Sound.noise(9, 7)));
    browser.signInAs("chen.yu", TestOffice.PASSWORD, LOOK);
    browser.open("/pool/propose", LOOK);
    browser.type("evidence", "Spread in three groups on Saturday.");
    browser.choose("sample", sound);
    browser.press("button[formaction]");
    assertThat(browser.text(".sample")).contains("Fingerprint of a sound of 6.");
    assertThat(browser.run("return document.querySelector('#kind').value")).isEqualTo("audio");
    assertThat(browser.run("return document.querySelector('#evidence').value"))
        .isEqualTo("Spread in three groups on Saturday.");
    gallery.examine("pool-propose-sound-en-light-1280", 1280);
    browser.run("document.querySelector('#category').value = 'I.11'; return true");
    browser.type("standard", "Provisions on Deep Synthesis, Article 6");
    browser.press("main form .btn-primary");
    assertThat(browser.text("main h1")).contains("Sound of 6.");
    gallery.view("pool-feature-sound", browser.place());
    assertThat(gallery.faults()).isEmpty();
  }

  @Test
  void aPictureAndASound_sayWhatTheyHit(@TempDir Path folder) throws IOException {
    Path scene = Files.write(folder.resolve("scene.png"), Scenes.scene(7));
    Path tune = Files.write(folder.resolve("tune.wav"), Sound.wav(Sound.noise(31, 7)));
    SignedIn editor = new SignedIn("stf_editor", "editor", Set.of(Role.POOL_EDITOR), 1);
    Procedure procedure = office.bean(Procedure.class);
    procedure.enterInEmergency(hash("image", hashOf(Scenes.scene(8)), "31"), "a test", editor);
    procedure.enterInEmergency(
        hash("image", hashOf(Scenes.upsideDown(Scenes.scene(7))), "31"), "a test", editor);
    procedure.enterInEmergency(
        hash(
            "audio",
            Sounds.fingerprint(Sound.wav(Sound.noise(31, 5))).orElseThrow().toString(),
            "0.35"),
        "a test",
        editor);
    String alone =
        procedure
            .propose(hash("image", hashOf(Scenes.scene(9)), "31"), Origin.STAFF, "", editor)
            .id();
    office.bean(Replays.class).run(alone, editor);
    browser.signInAs("chen.yu", TestOffice.PASSWORD, LOOK);
    gallery.view("pool-feature-nothing-kept", "/pool/features/" + alone);
    for (Look look : Look.wanted()) {
      compare(scene, look);
      assertThat(browser.text("#seen ~ *, main")).contains("256");
      gallery.examine("pool-try-picture-" + look, look.width());
      compare(tune, look);
      gallery.examine("pool-try-sound-" + look, look.width());
    }
    assertThat(gallery.faults()).isEmpty();
  }

  private static void compare(Path file, Look look) {
    browser.open("/pool/try", look);
    browser.choose("sample", file);
    browser.press("#try-file");
  }

  private static String hashOf(byte[] picture) {
    return Pdq.of(Pictures.luma(picture).orElseThrow()).hash().toString();
  }

  private static Draft hash(String kind, String pattern, String limit) {
    return new Draft(
        kind,
        pattern,
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
  }

  @Test
  void everyPageIsSound() {
    SignedIn editor = new SignedIn("stf_editor", "editor", Set.of(Role.POOL_EDITOR), 1);
    Procedure procedure = office.bean(Procedure.class);
    Draft draft =
        Draft.keyword(
            "zzqx sudden wording", "A.4.1", "Article 6", "Reported by three users on Saturday.");
    String emergency = procedure.enterInEmergency(draft, "it spreads", editor).id();
    office.bean(Replays.class).run(emergency, editor);
    procedure.propose(
        Draft.keyword("yyqx wording", "I.8", "Article 6", "Claim 12, refuted."),
        Origin.RUMOR,
        "case_7",
        editor);
    browser.signInAs("chen.yu", TestOffice.PASSWORD, LOOK);
    gallery.view("pool-list", "/pool");
    gallery.view("pool-list-filtered", "/pool?category=A.1.8&kind=EXPRESSION");
    gallery.view("pool-list-none", "/pool?text=nothing+like+this");
    gallery.view("pool-propose", "/pool/propose");
    gallery.view("pool-change", "/pool/propose?replaces=" + emergency);
    gallery.view("pool-feature-emergency", "/pool/features/" + emergency);
    gallery.view("pool-coverage", "/pool/coverage");
    gallery.view("pool-try", "/pool/try");
    for (Look look : Look.wanted()) {
      browser.open("/pool/try", look);
      browser.type("text", "First a s-s-a-y-blocked, then zzqx s.u.d.d.e.n wording and more.");
      browser.press("main form button");
      gallery.examine("pool-try-answer-" + look, look.width());
    }
    assertThat(gallery.faults()).isEmpty();
  }

  private static String propose(String pattern, boolean within) {
    browser.open("/pool/propose", LOOK);
    browser.type("pattern", pattern);
    browser.run("document.querySelector('#category').value = 'I.11'; return true");
    browser.run(
        "document.querySelector('#within').value = '" + (within ? "true" : "") + "'; return true");
    browser.type("standard", "Provisions on Deep Synthesis, Article 6");
    browser.type("evidence", "Complaint 2026-31 quotes this wording.");
    browser.press("main form .btn-primary");
    return browser.place().substring("/pool/features/".length());
  }

  private static Verdict review(String text) {
    Reviewer reviewer = Reviewer.of(Pool.empty());
    new PoolSwitch(reviewer).accept(office.bean(RegisterSnapshots.class).read());
    return reviewer.review(text, Context.input());
  }
}

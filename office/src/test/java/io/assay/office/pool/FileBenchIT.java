package io.assay.office.pool;

import static io.assay.office.staff.Role.POOL_APPROVER;
import static io.assay.office.staff.Role.POOL_EDITOR;
import static io.assay.office.staff.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.gateway.journal.RegionRecord;
import io.assay.office.Multipart;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.pool.PoolFeature.Origin;
import io.assay.office.pool.ReplayResult.Corpus;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.task.HeldContent;
import io.assay.office.task.Settlement;
import io.assay.office.task.Sound;
import io.assay.review.image.Pdq;
import io.assay.review.pool.Rate;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench and the replay for pictures and sounds. */
class FileBenchIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final SignedIn EDITOR =
      new SignedIn("stf_editor", "editor", Set.of(Role.POOL_EDITOR), 1);
  private static final SignedIn APPROVER =
      new SignedIn("stf_approver", "approver", Set.of(Role.POOL_APPROVER), 1);

  private final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private TestOffice office;
  private Browser browser;

  @BeforeEach
  void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    browser = office.browserOf("bench-editor", POOL_EDITOR);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  @Test
  void aPictureSaysWhichHashHits_howNear_andWhatEachVersionSays() throws IOException {
    byte[] known = picture(1, false);
    JsonNode nothing = bench(known, "");
    assertThat(nothing.path("compared").asLong()).isZero();
    assertThat(nothing.path("verdict").asString()).isEqualTo("PASS");

    String near = enter(hash(known), "31");
    String far = enter(hash(picture(2, false)), "20");
    JsonNode answer = bench(picture(1, true), "");
    assertThat(answer.path("verdict").asString()).isEqualTo("HOLD");
    assertThat(answer.path("compared").asLong()).isEqualTo(2);
    JsonNode hit = answer.at("/lines/0");
    assertThat(hit.path("feature").asString()).isEqualTo(near);
    assertThat(hit.path("hit").asBoolean()).isTrue();
    assertThat(hit.path("turn").asString()).isEqualTo("LEFT_TO_RIGHT");
    assertThat(hit.path("limit").asDouble()).isEqualTo(31);
    JsonNode miss = answer.at("/lines/1");
    assertThat(miss.path("feature").asString()).isEqualTo(far);
    assertThat(miss.path("hit").asBoolean()).isFalse();
    assertThat(miss.path("distance").asDouble()).isGreaterThan(20);
    assertThat(answer.path("versions").toString())
        .isEqualTo(
            "[{\"from\":2,\"to\":3,\"verdict\":\"HOLD\",\"features\":[\"%s\"]},".formatted(near)
                + "{\"from\":1,\"to\":1,\"verdict\":\"PASS\",\"features\":[]}]");
  }

  @Test
  void aProposedHashIsTriedBeforeItIsInForce_alsoOnThePage() throws IOException {
    byte[] known = picture(1, false);
    String proposed = propose("image", hash(known), "31");
    assertThat(bench(known, "").path("verdict").asString()).isEqualTo("PASS");
    assertThat(bench(known, proposed).path("verdict").asString()).isEqualTo("HOLD");
    HttpResponse<String> page = upload(known, proposed);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(proposed, "0 of 256 bits differ; up to 31 count", "Compared as it is")
        .contains("What each version says", "Held");
    assertThat(upload(new byte[] {1, 2}, "").statusCode()).isEqualTo(422);
    HttpResponse<String> sound = call(Sound.wav(Sound.noise(1, 4)), proposed, browser);
    assertThat(sound.body()).contains("pool.try.kind");
    assertThatThrownBy(() -> propose("classifier", "absent\nknife", "0.5"))
        .isInstanceOfSatisfying(
            ActionRefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo("pool.draft.classifier"));
  }

  @Test
  void aSoundSaysWhereTheHashIsHeard() {
    enterSound(Sounds.fingerprint(Sound.wav(Sound.noise(1, 6))).orElseThrow().toString());
    byte[] heard = Sound.wav(Sound.joined(Sound.noise(2, 5), Sound.noise(1, 6)));
    JsonNode answer = bench(heard, "");
    assertThat(answer.path("kind").asString()).isEqualTo("audio");
    assertThat(answer.at("/lines/0/from_millis").asLong()).isBetween(4_500L, 9_000L);
    assertThat(answer.at("/lines/0/limit").asDouble()).isEqualTo(35);
    assertThat(bench(Sound.wav(Sound.noise(9, 5)), "").path("lines").isEmpty()).isTrue();
  }

  @Test
  void aHashIsReplayedOnKeptPictures_andSaysSoWhereNothingIsKept() throws IOException {
    String proposed = propose("image", hash(picture(1, false)), "31");
    ReplayResult empty = office.bean(Replays.class).run(proposed, EDITOR).result();
    assertThat(empty.corpus()).isEqualTo(Corpus.PICTURES);
    assertThat(empty.samples()).isZero();
    String page = browser.get("/pool/features/" + proposed).body();
    assertThat(page).contains("Nothing to run on", "No picture on which your reviewers decided");
    assertThat(page).doesNotContain("Benign texts blocked");
    office.bean(Procedure.class).approve(proposed, "", APPROVER);

    decide(picture(1, false), "ex_a", "HARMLESS");
    decide(picture(2, false), "ex_b", "ILLEGAL");
    decide(picture(3, false), "ex_c", "HARMLESS");
    String again = propose("image", hash(picture(1, false)), "31");
    ReplayResult result = office.bean(Replays.class).run(again, EDITOR).result();
    assertThat(result.samples()).isEqualTo(3);
    assertThat(result.gained()).isEqualTo(1);
    assertThat(result.benignHits()).isEqualTo(1);
    assertThat(result.overHoldAfter()).isEqualTo(new Rate(1, 2));
    assertThat(result.caughtAfter()).isEqualTo(new Rate(0, 1));
    assertThat(browser.get("/pool/features/" + again).body())
        .contains("Released files held", "Kept pictures", "the file is not shown here");
    String sound = propose("audio", print(), "0.35");
    assertThat(office.bean(Replays.class).run(sound, EDITOR).result().corpus())
        .isEqualTo(Corpus.SOUNDS);
  }

  @Test
  void aReplayFromBeforeThereWereOtherCorpora_isStillRead() {
    ReplayResult old =
        JSON.readValue(
            "{\"samples\":2,\"own\":0,\"overBlockBefore\":{\"part\":0,\"whole\":1},"
                + "\"overBlockAfter\":{\"part\":0,\"whole\":1},"
                + "\"overHoldAfter\":{\"part\":0,\"whole\":1},"
                + "\"caughtBefore\":{\"part\":0,\"whole\":1},"
                + "\"caughtAfter\":{\"part\":0,\"whole\":1},"
                + "\"gained\":0,\"benignHits\":0,\"examples\":[]}",
            ReplayResult.class);
    assertThat(old.corpus()).isEqualTo(Corpus.TEXTS);
  }

  @Test
  void anApproverMayTry_andAReviewerMayNot() throws IOException {
    Browser approver = office.browserOf("bench-approver", POOL_APPROVER);
    assertThat(call(picture(1, false), "", approver).statusCode()).isEqualTo(200);
    Browser reviewer = office.browserOf("bench-reviewer", REVIEWER);
    assertThat(call(picture(1, false), "", reviewer).statusCode())
        .isEqualTo(reviewer.get("/pool/try").statusCode());
  }

  private void decide(byte[] picture, String exchange, String ground) {
    HeldContent gateway = new HeldContent(office, clock);
    clock.advance(Duration.ofSeconds(1));
    gateway.seenPicture(exchange, "sub_1", "starter-a18-fraud-zh-216", picture, RegionRecord.NONE);
    for (int i = 0; i < 2; i++) {
      Browser reviewer = office.browserOf("decides-" + exchange + i, REVIEWER);
      String at = reviewer.get("/reviews/next").headers().firstValue("Location").orElse("");
      if (at.endsWith(exchange)) {
        reviewer.get(at);
        reviewer.submit(at, at + "/decide", Map.of("ground", ground));
      }
    }
    clock.advance(Duration.ofSeconds(11));
    office.bean(Settlement.class).settle();
  }

  private String enter(String hash, String limit) {
    return office
        .bean(Procedure.class)
        .enterInEmergency(draft("image", hash, limit), "it spreads", EDITOR)
        .id();
  }

  private void enterSound(String print) {
    office
        .bean(Procedure.class)
        .enterInEmergency(draft("audio", print, "0.35"), "it spreads", EDITOR);
  }

  private String propose(String kind, String hash, String limit) {
    return office
        .bean(Procedure.class)
        .propose(draft(kind, hash, limit), Origin.STAFF, "", EDITOR)
        .id();
  }

  private static Draft draft(String kind, String hash, String limit) {
    return new Draft(
        kind, hash, "", limit, "A.1.8", "", "REVIEW", "", "", "", "Art. 10", "seen on a forum", "");
  }

  private JsonNode bench(byte[] file, String feature) {
    HttpResponse<String> answer = call(file, feature, browser);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> call(byte[] file, String feature, Browser who) {
    String path = "/api/v1/pool/try/file?direction=OUTPUT&feature=" + feature;
    HttpResponse<String> answer =
        who.send(
            HttpRequest.newBuilder(URI.create(office.address() + path))
                .header("Authorization", "Bearer " + who.token())
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
    assertThat(office.contract().broken("POST", path, answer)).isEmpty();
    return answer;
  }

  private HttpResponse<String> upload(byte[] file, String feature) {
    Matcher token =
        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
            .matcher(browser.get("/pool/try").body());
    assertThat(token.find()).isTrue();
    return Multipart.of("_csrf", token.group(1), "direction", "OUTPUT", "feature", feature)
        .file("sample", "a.png", file)
        .page(browser, office.address() + "/pool/try/file");
  }

  private static String hash(byte[] picture) {
    return Pdq.of(Pictures.luma(picture).orElseThrow()).hash().toString();
  }

  private static String print() {
    return Sounds.fingerprint(Sound.wav(Sound.noise(5, 5))).orElseThrow().toString();
  }

  private static byte[] picture(long seed, boolean mirrored) throws IOException {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    if (mirrored) {
      pen.translate(300, 0);
      pen.scale(-1, 1);
    }
    for (int i = 0; i < 60; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(260), random.nextInt(160), 20 + random.nextInt(90), 60);
    }
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}

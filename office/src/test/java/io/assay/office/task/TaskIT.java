package io.assay.office.task;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.POOL_EDITOR;
import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SENIOR_REVIEWER;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Release;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.gateway.journal.RegionRecord;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.exchange.Projection;
import io.assay.office.pool.FeatureState;
import io.assay.office.pool.Register;
import io.assay.office.snapshot.RegisterSnapshots;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.image.Pdq;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Human review over HTTP, on a real database, ledger and vault. */
class TaskIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FEATURE = "starter-a18-fraud-zh-216";
  private static final String WORDING = "\u8BC8\u9A97\u8BDD\u672F\u6A21\u677F";

  private final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private TestOffice office;
  private HeldContent gateway;
  private Browser reviewer;
  private Browser senior;

  @BeforeEach
  void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    gateway = new HeldContent(office, clock);
    reviewer = office.browserOf("reviewer", REVIEWER);
    senior = office.browserOf("senior", SENIOR_REVIEWER);
  }

  @AfterEach
  void stop() {
    office.close();
  }

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
  void theSamePictureIsDecidedOnce() throws IOException {
    gateway.picture(sampled("ex_pic"), picture(640));
    clock.advance(Duration.ofSeconds(1));
    gateway.picture(sampled("ex_alike"), picture(320));
    gateway.picture(sampled("ex_other"), picture(-1));
    office.bean(PictureHashes.class).hash();
    String first = at(reviewer.get("/reviews/next"));
    assertThat(first).startsWith("/reviews/qa_ex_pic");
    assertThat(reviewer.get(first).body()).contains("data-veil=\"blur\"", first + "/media");
    assertThat(reviewer.get(first + "/media").headers().firstValue("Content-Type"))
        .contains("image/png");
    decide(reviewer, first.substring("/reviews/".length()), Ground.NEGATIVE);
    settle(Duration.ofSeconds(11));
    assertThat(one("select result from task.task where id like 'qa_ex_alike%'")).isEqualTo("BLOCK");
    assertThat(one("select state from task.task where id like 'qa_ex_other%'")).isEqualTo("OPEN");
    assertThat(office.actTypes()).contains("content.computed", "task.closed_alike");
  }

  @Test
  void aReleasedPicture_answersItsRequest_untilItWasDelivered() throws IOException {
    String id = single("ex_file");
    String request = "m\na lantern";
    gateway.heldPictures(id, "sub_1", request, FEATURE, picture(640));
    assertThat(at(reviewer.get("/reviews/next"))).isEqualTo("/reviews/" + id);
    assertThat(reviewer.get("/reviews/" + id).body()).contains("data-veil=\"blur\"");
    assertThat(answered("sub_1", request)).isFalse();
    decide(reviewer, id, Ground.HARMLESS);
    settle(Duration.ofSeconds(11));
    assertThat(answered("sub_1", request)).isTrue();
    assertThat(answered("sub_1", request + "!")).isFalse();
    assertThat(answered("sub_2", request)).isFalse();

    gateway.deliveredReleased("ex_again", "sub_1", id);
    settle(Duration.ofMinutes(Policy.DELIVER_AGAIN.shipped()).minusSeconds(1));
    assertThat(answered("sub_1", request)).isTrue();
    settle(Duration.ofSeconds(2));
    assertThat(answered("sub_1", request)).isFalse();
    assertThat(office.bean(RegisterSnapshots.class).read().release("sub_1", picture(640)))
        .isPresent();
  }

  @Test
  void severalHeldPictures_areShownTogether_andGivenBackTogether() throws IOException {
    String id = single("ex_several");
    byte[] clear = picture(640);
    byte[] flagged = picture(-1);
    String hash = hashed("image", picture(-1), "31");
    gateway.heldPictures(id, "sub_1", "m\ntwo lanterns", hash, clear, flagged);
    reviewer.get("/reviews/next");
    String desk = reviewer.get("/reviews/" + id).body();
    assertThat(desk)
        .contains("media?file=output\"", "media?file=output-2\"", "covers all 2 files", hash)
        .contains("0 of 256 bits", "up to 31", "Compared as it is", "seen on a forum")
        .containsOnlyOnce("nothing found");
    assertThat(views(id)).containsExactlyInAnyOrder("output", "output-2");
    assertThat(reviewer.get("/reviews/" + id + "/media?file=output-2").statusCode()).isEqualTo(200);
    assertThat(reviewer.get("/reviews/" + id + "/media?file=output-3").statusCode())
        .isNotEqualTo(200);

    decide(reviewer, id, Ground.HARMLESS);
    settle(Duration.ofSeconds(11));
    Snapshot snapshot = office.bean(RegisterSnapshots.class).read();
    assertThat(snapshot.release("sub_1", clear)).isPresent();
    assertThat(snapshot.release("sub_1", flagged)).isPresent();
    Release release =
        snapshot.answer("sub_1", "image", "m\ntwo lanterns".getBytes(UTF_8)).orElseThrow();
    assertThat(release.answer().orElseThrow().files())
        .extracting(Release.File::field)
        .containsExactly("output", "output-2");
  }

  @Test
  void aPlaceInAPicture_isDrawnAndNumbered_andWhereNobodyNamedOneThePageSaysSo()
      throws IOException {
    String id = single("ex_place");
    RegionRecord knife = new RegionRecord(2_500, 5_000, 1_250, 2_000);
    RegionRecord flag = new RegionRecord(0, 0, 10_000, 500);
    gateway.seenPicture(id, "sub_1", FEATURE, picture(640), knife, flag);
    assertThat(at(reviewer.get("/reviews/next"))).isEqualTo("/reviews/" + id);
    HttpResponse<String> desk = reviewer.get("/reviews/" + id);
    assertThat(desk.body())
        .contains("x=\"25.0%\"", "y=\"50.0%\"", "width=\"12.5%\"", "height=\"20.0%\"")
        .contains("25.0 % from the left, 50.0 % from the top, 12.5 % wide, 20.0 % high")
        .contains("class=\"region-number\"", "class=\"place-number\">2<", "scores 0.930")
        .doesNotContain("Whole picture:", "style=");
    String page = "/exchanges/" + id;
    assertThat(reviewer.get(page).body())
        .contains(page + "/files/output/places", "12.5 % wide, 20.0 % high");
    assertThat(reviewer.get(page + "/files/output/places").body())
        .contains("x=\"25.0%\"", "src=\"" + page + "/files/output\"", "2 places marked");
    assertThat(reviewer.get(page + "/files/input/places").statusCode()).isEqualTo(404);
    String seen = office.browser().call("GET", "/api/v1/exchanges/" + id, token(), "").body();
    assertThat(seen).contains("{\"left\":2500,\"top\":5000,\"width\":1250,\"height\":2000}");
    submit(reviewer, id, Ground.ILLEGAL);

    String whole = single("ex_whole");
    gateway.seenPicture(whole, "sub_1", FEATURE, picture(-1), RegionRecord.NONE);
    assertThat(at(reviewer.get("/reviews/next"))).isEqualTo("/reviews/" + whole);
    assertThat(reviewer.get("/reviews/" + whole).body())
        .contains("Whole picture: nobody named a place in it.")
        .doesNotContain("region-line");
  }

  private String token() {
    return office.browserOf("place-auditor", AUDIT_ADMIN).token();
  }

  @Test
  void noPictureIsReleased_thatNobodyHasSeen() throws IOException {
    String id = single("ex_unseen");
    gateway.heldPictures(id, "sub_1", "m\ntwo", FEATURE, picture(640), picture(-1));
    String token = reviewer.token();
    call("POST", "/next", token, "");
    assertThat(call("POST", "/" + id + "/content", token, "").body())
        .contains("\"field\":\"output-2\"", "\"where\":\"data[1]\"");
    call("POST", "/" + id + "/content/output", token, "");
    assertThat(call("POST", "/" + id + "/decide", token, "{\"ground\":\"HARMLESS\"}").body())
        .contains("task.not-opened");
    HttpResponse<String> second = call("POST", "/" + id + "/content/output-2", token, "");
    assertThat(second.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(call("POST", "/" + id + "/decide", token, "{\"ground\":\"HARMLESS\"}").body())
        .contains("\"choice\":\"RELEASE\"");
  }

  @Test
  void aTurnedPictureOfARequest_saysHowItResembles() throws IOException {
    String id = single("ex_turned");
    byte[] scene = picture(640);
    gateway.heldFiles(id, "sub_1", hashed("image", scene, "31"), "image", mirrored(scene));
    reviewer.get("/reviews/next");
    assertThat(reviewer.get("/reviews/" + id).body())
        .contains("media?file=attachment-1", "mirrored left to right", "messages[0].content[1]");
  }

  @Test
  void aFalsePositiveOfAPicture_proposesLessTolerance() throws IOException {
    String id = single("ex_nearer");
    String hash = Pdq.of(Pictures.luma(picture(640)).orElseThrow()).hash().toString();
    int last = Character.digit(hash.charAt(63), 16) ^ 7;
    String feature = entered("image", hash.substring(0, 63) + Integer.toHexString(last), "31");
    gateway.heldPictures(id, "sub_1", "m\na lantern", feature, picture(640));
    reviewer.get("/reviews/next");
    assertThat(reviewer.get("/reviews/" + id).body()).contains("in 3 of 256 bits");
    decide(reviewer, id, Ground.FALSE_POSITIVE);
    String proposed = one("select proposal from task.decision order by at desc limit 1");
    var draft = office.bean(Register.class).find(proposed).orElseThrow();
    assertThat(draft.replaces()).isEqualTo(feature);
    assertThat(((PerceptualHash) draft.feature().characteristic()).tolerance()).isEqualTo(2);
  }

  @Test
  void aHeldSound_saysWhichSecondsMatched() {
    String id = single("ex_sound");
    byte[] known = Sound.wav(Sound.noise(1, 6));
    byte[] heard = Sound.wav(Sound.joined(Sound.noise(2, 5), Sound.noise(1, 6)));
    gateway.heldFiles(id, "sub_1", hashed("audio", known, "0.35"), "audio", heard);
    reviewer.get("/reviews/next");
    String desk = reviewer.get("/reviews/" + id).body();
    assertThat(desk)
        .contains("data-veil=\"mute\"", "up to 35.0 %")
        .containsPattern("data-jump=\"[5-9]\\d{3}\"");
    HttpResponse<String> sound = reviewer.get("/reviews/" + id + "/media?file=attachment-1");
    assertThat(sound.headers().firstValue("Content-Type").orElseThrow()).startsWith("audio/");
  }

  @Test
  void aReleaseOfTheSamePicture_givesTheOtherOneBackToo() throws IOException {
    String first = single("ex_same");
    String second = single("ex_sametoo");
    gateway.heldPictures(first, "sub_1", "m\none", FEATURE, picture(640));
    clock.advance(Duration.ofSeconds(1));
    gateway.heldPictures(second, "sub_2", "m\nother", FEATURE, picture(320));
    office.bean(PictureHashes.class).hash();
    assertThat(at(reviewer.get("/reviews/next"))).isEqualTo("/reviews/" + first);
    reviewer.get("/reviews/" + first);
    decide(reviewer, first, Ground.HARMLESS);
    settle(Duration.ofSeconds(11));
    assertThat(answered("sub_1", "m\none")).isTrue();
    assertThat(answered("sub_2", "m\nother")).isTrue();
    assertThat(office.bean(RegisterSnapshots.class).read().release("sub_2", picture(320)))
        .isPresent();
  }

  /** A feature in force with the hash of a file. */
  private String hashed(String kind, byte[] file, String limit) {
    return entered(
        kind,
        kind.equals("image")
            ? Pdq.of(Pictures.luma(file).orElseThrow()).hash().toString()
            : Sounds.fingerprint(file).orElseThrow().toString(),
        limit);
  }

  private String entered(String kind, String pattern, String limit) {
    Browser editor = office.browserOf("editor-" + kind, POOL_EDITOR);
    String draft =
        """
        {"feature":{"kind":"%s","pattern":"%s","limit":"%s","category":"A.1.8",
         "disposition":"REVIEW","standard":"Art. 10","evidence":"seen on a forum"},
         "reason":"spreads now"}
        """
            .formatted(kind, pattern, limit);
    HttpResponse<String> entered =
        office.browser().call("POST", "/api/v1/pool/emergencies", editor.token(), draft);
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    return entered.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private static byte[] mirrored(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    BufferedImage mirrored =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = mirrored.createGraphics();
    pen.drawImage(image, image.getWidth(), 0, -image.getWidth(), image.getHeight(), null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(mirrored, "png", out);
    return out.toByteArray();
  }

  /** The files of a task that were opened, by the ledger. */
  private List<Object> views(String exchange) {
    return office.acts().stream()
        .filter(act -> act.type().equals("content.viewed"))
        .filter(act -> exchange.equals(act.facts().get("exchange")))
        .<Object>map(act -> act.facts().get("field"))
        .toList();
  }

  @Test
  void aReversal_takesAReleasedPictureBack() throws IOException {
    String id = single("ex_back");
    gateway.heldPictures(id, "sub_1", "m\na lantern", FEATURE, picture(640));
    reviewer.get("/reviews/next");
    reviewer.get("/reviews/" + id);
    decide(reviewer, id, Ground.HARMLESS);
    settle(Duration.ofSeconds(11));
    assertThat(answered("sub_1", "m\na lantern")).isTrue();
    Map<String, String> reversal = Map.of("ground", "ILLEGAL", "reason", "it is illegal after all");
    senior.submit("/reviews/" + id, "/reviews/" + id + "/reverse", reversal);
    assertThat(answered("sub_1", "m\na lantern")).isFalse();
  }

  private boolean answered(String subject, String request) {
    return office
        .bean(RegisterSnapshots.class)
        .read()
        .answer(subject, "image", request.getBytes(StandardCharsets.UTF_8))
        .isPresent();
  }

  private static String sampled(String prefix) {
    return IntStream.range(0, 100_000)
        .mapToObj(i -> prefix + i)
        .filter(id -> Policy.chosen(id, (int) Policy.PASSED.shipped()))
        .findFirst()
        .orElseThrow();
  }

  /** A drawn scene at some width, or another scene. */
  private static byte[] picture(int width) throws IOException {
    int size = Math.abs(width) == 1 ? 400 : width;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.WHITE, size, width > 0 ? size / 2f : 0, Color.BLUE));
    pen.fillRect(0, 0, size, size);
    pen.setColor(Color.BLACK);
    int step = width > 0 ? 5 : 9;
    for (int i = 0; i < step; i++) {
      int at = i * size / step;
      pen.fillOval(at, width > 0 ? at / 2 : size - at - size / 4, size / 6, size / (4 + i));
    }
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
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

  private static String single(String prefix) {
    return numbered(prefix, false);
  }

  private static String twofold(String prefix) {
    return numbered(prefix, true);
  }

  private static String numbered(String prefix, boolean twice) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> prefix + i)
        .filter(id -> Policy.chosen(id, (int) Policy.DOUBLE.shipped()) == twice)
        .findFirst()
        .orElseThrow();
  }

  private void decide(Browser browser, String id, Ground ground) {
    assertThat(submit(browser, id, ground).statusCode()).isEqualTo(302);
  }

  private static HttpResponse<String> submit(Browser browser, String id, Ground ground) {
    return browser.submit(
        "/reviews/" + id, "/reviews/" + id + "/decide", Map.of("ground", ground.name()));
  }

  private void settle(Duration later) {
    clock.advance(later);
    office.bean(Settlement.class).settle();
  }

  private boolean released(String subject, String text) {
    return office
        .bean(RegisterSnapshots.class)
        .read()
        .release(subject, text.getBytes(StandardCharsets.UTF_8))
        .isPresent();
  }

  private static String at(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse(answer.body());
  }

  private HttpResponse<String> call(String method, String path, String token, String json) {
    return office.browser().call(method, "/api/v1/reviews" + path, token, json);
  }

  private long count(String sql) {
    return office.bean(JdbcClient.class).sql(sql).query(Long.class).single();
  }

  private String one(String sql) {
    return office.bean(JdbcClient.class).sql(sql).query(String.class).single();
  }
}

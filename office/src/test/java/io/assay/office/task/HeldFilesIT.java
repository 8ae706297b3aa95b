package io.assay.office.task;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.POOL_EDITOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Release;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.gateway.journal.RegionRecord;
import io.assay.office.TestOffice.Browser;
import io.assay.office.pool.Register;
import io.assay.office.snapshot.RegisterSnapshots;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.image.Pdq;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Human review of pictures and sounds. */
class HeldFilesIT extends Reviewing {
  @Test
  void theSamePictureIsDecidedOnce() throws IOException {
    gateway.picture(sampled("ex_pic"), Scene.picture(640));
    clock.advance(Duration.ofSeconds(1));
    gateway.picture(sampled("ex_alike"), Scene.picture(320));
    gateway.picture(sampled("ex_other"), Scene.picture(-1));
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
    gateway.heldPictures(id, "sub_1", request, FEATURE, Scene.picture(640));
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
    assertThat(office.bean(RegisterSnapshots.class).read().release("sub_1", Scene.picture(640)))
        .isPresent();
  }

  @Test
  void severalHeldPictures_areShownTogether_andGivenBackTogether() throws IOException {
    String id = single("ex_several");
    byte[] clear = Scene.picture(640);
    byte[] flagged = Scene.picture(-1);
    String hash = hashed("image", Scene.picture(-1), "31");
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
    gateway.seenPicture(id, "sub_1", FEATURE, Scene.picture(640), knife, flag);
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
    gateway.seenPicture(whole, "sub_1", FEATURE, Scene.picture(-1), RegionRecord.NONE);
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
    gateway.heldPictures(id, "sub_1", "m\ntwo", FEATURE, Scene.picture(640), Scene.picture(-1));
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
    byte[] scene = Scene.picture(640);
    gateway.heldFiles(id, "sub_1", hashed("image", scene, "31"), "image", Scene.mirrored(scene));
    reviewer.get("/reviews/next");
    assertThat(reviewer.get("/reviews/" + id).body())
        .contains("media?file=attachment-1", "mirrored left to right", "messages[0].content[1]");
  }

  @Test
  void aFalsePositiveOfAPicture_proposesLessTolerance() throws IOException {
    String id = single("ex_nearer");
    String hash = Pdq.of(Pictures.luma(Scene.picture(640)).orElseThrow()).hash().toString();
    int last = Character.digit(hash.charAt(63), 16) ^ 7;
    String feature = entered("image", hash.substring(0, 63) + Integer.toHexString(last), "31");
    gateway.heldPictures(id, "sub_1", "m\na lantern", feature, Scene.picture(640));
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
    gateway.heldPictures(first, "sub_1", "m\none", FEATURE, Scene.picture(640));
    clock.advance(Duration.ofSeconds(1));
    gateway.heldPictures(second, "sub_2", "m\nother", FEATURE, Scene.picture(320));
    office.bean(PictureHashes.class).hash();
    assertThat(at(reviewer.get("/reviews/next"))).isEqualTo("/reviews/" + first);
    reviewer.get("/reviews/" + first);
    decide(reviewer, first, Ground.HARMLESS);
    settle(Duration.ofSeconds(11));
    assertThat(answered("sub_1", "m\none")).isTrue();
    assertThat(answered("sub_2", "m\nother")).isTrue();
    assertThat(office.bean(RegisterSnapshots.class).read().release("sub_2", Scene.picture(320)))
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
    gateway.heldPictures(id, "sub_1", "m\na lantern", FEATURE, Scene.picture(640));
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
        .answer(subject, "image", request.getBytes(UTF_8))
        .isPresent();
  }

  private static String sampled(String prefix) {
    return IntStream.range(0, 100_000)
        .mapToObj(i -> prefix + i)
        .filter(id -> Policy.chosen(id, (int) Policy.PASSED.shipped()))
        .findFirst()
        .orElseThrow();
  }
}

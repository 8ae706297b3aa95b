package io.assay.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Release;
import io.assay.gateway.http.Json;
import io.assay.review.Category;
import io.assay.review.Disposition;
import io.assay.review.Effect;
import io.assay.review.Feature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is stopped is kept, and passes once people have released it. */
class ReleasedChatTest extends ChatScript {
  @Test
  void aHeldRequestSaysSo_isKept_andPassesOnceReleased() {
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    var held = call(",\"user\":\"" + ODD + "\"");
    assertThat(held.status()).isEqualTo(400);
    assertThat(held.json().at("/error/code").asString()).isEqualTo("content_held");
    assertThat(held.json().at("/error/review_id").asString()).isEqualTo("exchange-1");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("HELD");
    assertThat(journal.entries.getFirst().at("/body/input/commitment").asString()).isNotEmpty();
    released = ("m\nuser\nhi\n" + ODD + " and more").getBytes(StandardCharsets.UTF_8);
    assertThat(call(",\"user\":\"" + ODD + "\"").status()).isEqualTo(400);
    released = ("m\nuser\nhi\n" + ODD).getBytes(StandardCharsets.UTF_8);
    var passed = call(",\"user\":\"" + ODD + "\"");
    assertThat(passed.status()).isEqualTo(200);
    assertThat(Json.text(journal.closed())).contains("released in review exchange-0");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("DELIVERED");
  }

  @Test
  void aHeldAnswerIsKeptForTheReviewer_andNothingOfItLeaves() {
    answer =
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
            + ODD
            + "\"}}]}";
    var held = call("");
    assertThat(held.json().at("/error/code").asString()).isEqualTo("content_held");
    assertThat(held.text()).doesNotContain(ODD);
    assertThat(journal.closed().at("/output/characters").asLong()).isGreaterThan(4);
    var stream = stream(delta(0, "\"content\":\"fine " + ODD + "\""));
    assertThat(stream.text()).contains("waits for review exchange-1").doesNotContain(ODD);
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("HELD");
  }

  /** People release the answer that the last exchange kept, for the request {@code hi}. */
  private void release(Effect most) {
    var request = Release.hash("salt", "m\nuser\nhi".getBytes(StandardCharsets.UTF_8));
    var commitment = journal.closed().path("answer").asString();
    kept =
        Optional.of(
            new Release.Answer(
                "chat",
                request,
                "shard",
                "exchange-0",
                List.of(new Release.File("answer", commitment))));
    lifted = most;
    answer = "the model is not asked";
    events = List.of();
  }

  @Test
  void aHeldAnswer_isGivenBackOnceReleased_markedAndRecorded() {
    answer =
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
            + ODD
            + "\"}}]}";
    assertThat(call("").json().at("/error/code").asString()).isEqualTo("content_held");
    release(Effect.HOLD);
    var given = call("");
    assertThat(given.json().at("/choices/0/message/content").asString()).isEqualTo(STATEMENT + ODD);
    assertThat(given.json().at("/assay/content_id").asString()).isEqualTo("exchange-1");
    assertThat(steps(journal.closed())).contains("upstream SKIP", "output-review PASS");
    assertThat(journal.closed().path("released").asString()).isEqualTo("exchange-0");
    assertThat(journal.closed().path("exit").asString()).isEqualTo("chat");
    features = List.of(Feature.keyword("worse", ODD, Category.of("I.11")));
    assertThat(call("").text()).as("a block is not lifted by a reviewer").doesNotContain(ODD);
  }

  @Test
  void aHeldStream_isGivenBackAsAStream_withItsCallsOfTools() {
    var held =
        stream(
            delta(0, "\"content\":\"fine " + ODD + ". And\""),
            delta(0, "\"content\":\" more.\""),
            delta(
                0,
                "\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"look_up\",\"arguments\":\"{\\\"q\\\":1}\"}}]"));
    assertThat(text(held, 0, "content")).doesNotContain(ODD);
    release(Effect.HOLD);
    var given = call(",\"stream\":true");
    assertThat(text(given, 0, "content")).isEqualTo(STATEMENT + "fine " + ODD + ". And more.");
    assertThat(given.text())
        .contains("\"name\":\"look_up\"", "\"id\":\"c1\"", "\"content_id\":\"exchange-1\"")
        .endsWith("data: [DONE]\n\n");
    assertThat(journal.closed().path("exit").asString()).isEqualTo("chat.stream");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("DELIVERED");
    assertThat(call("").json().at("/choices/0/message/tool_calls/0/function/arguments").asString())
        .isEqualTo("{\"q\":1}");
  }

  @Test
  void aBlockedAnswer_isKept_andGivenBackAfterAnUpheldAppealAlone() {
    var blocked =
        stream(delta(0, "\"content\":\"before " + BAD + "\""), delta(0, "\"content\":\"!\""));
    assertThat(blocked.text()).doesNotContain(BAD);
    assertThat(journal.closed().at("/output/commitment").asString()).isNotEmpty();
    release(Effect.HOLD);
    assertThat(call("").text()).doesNotContain(BAD);
    release(Effect.BLOCK);
    var given = call("");
    assertThat(given.json().at("/choices/0/message/content").asString())
        .isEqualTo(STATEMENT + "before " + BAD + "!");
    assertThat(given.json().at("/choices/0/finish_reason").asString()).isEqualTo("length");
    assertThat(Json.text(journal.closed())).contains("released on appeal against exchange-0");
  }

  @Test
  void aBlockedRequest_passesAfterAnUpheldAppealAlone() {
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    released = ("m\nuser\nhi\n" + BAD).getBytes(StandardCharsets.UTF_8);
    assertThat(call(",\"user\":\"" + BAD + "\"").status()).isEqualTo(400);
    lifted = Effect.BLOCK;
    assertThat(call(",\"user\":\"" + BAD + "\"").status()).isEqualTo(200);
    assertThat(Json.text(journal.closed())).contains("released on appeal against exchange-0");
    assertThat(call(",\"user\":\"" + BAD + " and more\"").status()).isEqualTo(400);
  }

  @Test
  void aCleanPictureGoesIn_asItWasReviewed_andIsKept() throws IOException {
    features = List.of(known(picture(1), Disposition.ILLEGAL));
    var call = asked(pictured(picture(2)));
    assertThat(call.status()).isEqualTo(200);
    assertThat(forwarded.at("/messages/0/content/0/image_url/url").asString())
        .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(picture(2)));
    var received = journal.entries.getFirst().path("body");
    assertThat(received.at("/attachments/0/field").asString()).isEqualTo("attachment-1");
    assertThat(received.at("/attachments/0/media").asString()).isEqualTo("image");
    assertThat(received.at("/attachments/0/commitment").asString())
        .isEqualTo("commitment of " + picture(2).length);
    assertThat(received.at("/attachments/0/labels").size()).isZero();
    assertThat(Json.text(journal.closed())).contains("and 1 of 1 files");
    assertThat(journal.closed().at("/reviewed/input").asInt())
        .isEqualTo(
            "m".length()
                + "user".length()
                + "image_url".length()
                + "low".length()
                + "text".length()
                + "What is this?".length() * 2);
  }

  @Test
  void aKnownPictureIsBlocked_andItsPlaceIsNamed() throws IOException {
    features = List.of(known(picture(1), Disposition.ILLEGAL));
    var call = asked(pictured(picture(1)));
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.json().at("/error/code").asString()).isEqualTo("content_policy_violation");
    assertThat(call.json().at("/error/param").asString()).isEqualTo("messages[0].content[0]");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("BLOCKED_INPUT");
  }

  @Test
  void allBlockedPicturesOfARequest_arePutDownForAnAppeal() throws IOException {
    features = List.of(known(picture(1), Disposition.ILLEGAL));
    var other = pictured(picture(2));
    var known = pictured(picture(1));
    var three = String.join(",", inner(known), inner(other), inner(known));
    assertThat(asked("[" + three + "]").status()).isEqualTo(400);
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("BLOCKED_INPUT");
    assertThat(journal.closed().path("held").asString()).isEqualTo("attachment-1");
    assertThat(journal.closed().at("/also_held/0").asString()).isEqualTo("attachment-3");
  }

  private static String inner(String list) {
    return list.substring(1, list.length() - 1);
  }

  @Test
  void aHeldPicture_passesOnceItIsReleased_andABlockedOneNeverDoes() throws IOException {
    features = List.of(known(picture(1), Disposition.REVIEW));
    var held = asked(pictured(picture(1)));
    assertThat(held.json().at("/error/code").asString()).isEqualTo("content_held");
    assertThat(journal.closed().path("held").asString()).isEqualTo("attachment-1");
    released = picture(1);
    assertThat(asked(pictured(picture(1))).status()).isEqualTo(200);
    assertThat(Json.text(journal.closed())).contains("released in review exchange-0");
    features = List.of(known(picture(1), Disposition.ILLEGAL));
    assertThat(asked(pictured(picture(1))).status()).isEqualTo(400);
  }

  @Test
  void aPictureThatCannotBeDecoded_doesNotGoIn_whateverThePoolHolds() throws IOException {
    features = List.of();
    var broken = picture(1);
    Arrays.fill(broken, 60, broken.length, (byte) 7);
    var call = asked(pictured(broken));
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.json().at("/error/code").asString()).isEqualTo("unreadable_media");
    assertThat(forwarded.isEmpty()).isTrue();
  }
}

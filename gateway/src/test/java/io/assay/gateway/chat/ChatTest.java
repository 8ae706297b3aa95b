package io.assay.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Standing;
import io.assay.gateway.http.Json;
import io.assay.review.Category;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Direction;
import io.assay.review.Feature;
import io.assay.review.Rule;
import io.assay.review.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatTest extends ChatScript {
  @Test
  void nothingOfAStreamLeaves_whenAClassifierGivesNoAnswer() {
    features =
        List.of(
            Feature.of(
                "t",
                new ClassifierThreshold("absent", "bad", 0.5),
                Rule.of(Category.of("I.11")).with(Scope.of(Direction.OUTPUT))));
    var call = stream(delta(0, "\"content\":\"Hello\""));
    assertThat(text(call, 0, "content")).doesNotContain("Hello");
    assertThat(call.text()).contains("content_filter").endsWith("data: [DONE]\n\n");
    assertThat(steps(journal.closed())).contains("output-review HOLD");
  }

  @Test
  void aStreamCarriesTheStatementFirst_andIsRecordedBeforeItsEnd() {
    var call =
        stream(
            delta(0, "\"role\":\"assistant\",\"content\":\"\""), delta(0, "\"content\":\"Hello\""));
    assertThat(text(call, 0, "content")).isEqualTo(STATEMENT + "Hello");
    assertThat(call.text()).endsWith("data: [DONE]\n\n");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("DELIVERED");
    assertThat(steps(journal.closed()))
        .containsExactly(
            "caller PASS",
            "standing PASS",
            "input-review PASS",
            "upstream DONE",
            "output-review PASS",
            "mark DONE",
            "read-back DONE",
            "record DONE",
            "deliver DONE");
    assertThat(journal.closed().path("reviewed").toString())
        .isEqualTo("{\"input\":7,\"input_of\":7,\"output\":5,\"output_of\":5}");
  }

  @Test
  void noCharacterOfABlockedText_leaves_whateverChannelCarriesIt() {
    for (var field : List.of("content", "reasoning_content", "refusal")) {
      var pieces =
          BAD.codePoints()
              .mapToObj(c -> delta(0, "\"" + field + "\":\"" + Character.toString(c) + "\""))
              .toArray(String[]::new);
      var call = stream(pieces);
      assertThat(call.text()).as(field).doesNotContain(BAD.substring(0, 1));
      assertThat(call.text()).contains("\"finish_reason\":\"content_filter\"");
      assertThat(journal.closed().path("outcome").asString()).isEqualTo("BLOCKED_OUTPUT");
    }
  }

  @Test
  void toolCallArguments_areReviewedAcrossTheirPieces() {
    var half = BAD.length() / 2;
    var call =
        stream(
            delta(
                0,
                "\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"look_up\",\"arguments\":\"{\\\"q\\\":\\\"\"}}]"),
            delta(
                0,
                "\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\""
                    + BAD.substring(0, half)
                    + "\"}}]"),
            delta(
                0,
                "\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\""
                    + BAD.substring(half)
                    + "\"}}]"));
    assertThat(call.text()).contains("look_up").doesNotContain(BAD.substring(0, half));
    assertThat(call.text()).contains("\"finish_reason\":\"content_filter\"");
  }

  @Test
  void everyChoiceIsLabelled() {
    var call = stream(delta(0, "\"content\":\"one\""), delta(1, "\"content\":\"two\""));
    assertThat(text(call, 0, "content")).isEqualTo(STATEMENT + "one");
    assertThat(text(call, 1, "content")).isEqualTo(STATEMENT + "two");
  }

  @Test
  void aFieldThatNobodyKnows_closesTheStream() {
    var call = stream(delta(0, "\"content\":\"fine\""), delta(0, "\"new_text\":\"sly\""));
    assertThat(call.text())
        .contains("event: error\n")
        .doesNotContain("sly")
        .doesNotContain("[DONE]");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("FAILED");
  }

  @Test
  void aJournalThatRefuses_leavesNoAnswer() {
    journal.refuses = true;
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    var call = call("");
    assertThat(call.status()).isEqualTo(503);
    assertThat(call.json().at("/error/code").asString()).isEqualTo("record_failed");
  }

  @Test
  void aPayloadThatIsLost_leavesNoAnswer_andTheLastEntrySaysSo() {
    journal.losesPayloads = true;
    answer = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}";
    var call = call("");
    assertThat(call.status()).isEqualTo(503);
    assertThat(call.text()).doesNotContain("\"x\"");
    assertThat(journal.closed().path("outcome").asString()).isEqualTo("FAILED");
  }

  @Test
  void aWholeAnswerThatIsBlocked_holdsNothingOfTheUpstreams() {
    answer =
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}],\"extra\":\""
            + BAD
            + "\"}";
    var call = call("");
    assertThat(call.status()).isEqualTo(200);
    assertThat(call.json().at("/choices/0/message/content").isNull()).isTrue();
    assertThat(call.json().at("/choices/0/finish_reason").asString()).isEqualTo("content_filter");
    assertThat(call.json().has("extra")).isFalse();
    assertThat(call.json().at("/moderation/output/results/0/flagged").asBoolean()).isTrue();
  }

  @Test
  void aMachineReadableAnswer_carriesTheStatementBesideTheText() {
    answer =
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"{\\\"a\\\":1}\"}}]}";
    var call = call(",\"response_format\":{\"type\":\"json_object\"}");
    assertThat(call.json().at("/choices/0/message/content").asString()).isEqualTo("{\"a\":1}");
    assertThat(call.json().at("/assay/label/statement").asString()).isEqualTo("内容由AI生成");
    assertThat(Json.text(journal.closed().path("labels"))).contains("statement-field");
  }

  @Test
  void theShapesOfRefusals() {
    var blocked = call(",\"user\":\"" + BAD + "\"");
    assertThat(blocked.status()).isEqualTo(400);
    assertThat(blocked.json().at("/error/code").asString()).isEqualTo("content_policy_violation");
    assertThat(blocked.json().at("/error/param").asString()).isEqualTo("user");
    assertThat(blocked.replyHeaders()).containsEntry("x-assay-case", "exchange-1");

    var unverified = call("", new Standing.Unverified("https://office/verify"));
    assertThat(unverified.status()).isEqualTo(403);
    assertThat(unverified.json().at("/error/verify_url").asString())
        .isEqualTo("https://office/verify");
    assertThat(unverified.json().at("/error/code").asString()).isEqualTo("identity_required");

    var unread = call("", new Standing.AcceptanceDue(List.of("covenant/2"), "https://office/me"));
    assertThat(unread.status()).isEqualTo(403);
    assertThat(unread.json().at("/error/code").asString())
        .isEqualTo("document_acceptance_required");
    assertThat(unread.json().at("/error/accept_url").asString()).isEqualTo("https://office/me");
    assertThat(unread.json().at("/error/documents").asString()).isEqualTo("covenant/2");

    var suspended =
        call("", new Standing.Suspended("three in a row", Optional.empty(), "https://a"));
    assertThat(suspended.json().at("/error/code").asString()).isEqualTo("account_suspended");

    assertThat(call(",\"logprobs\":true").json().at("/error/param").asString())
        .isEqualTo("logprobs");
  }

  @Test
  void whatNobodyReviews_doesNotGoIn() {
    for (var part :
        List.of(
            "{\"type\":\"text\",\"text\":\"hi\",\"image\":\"https://images.example.com/x.png\"}",
            "{\"type\":\"text\",\"text\":\"hi\",\"video_url\":{\"url\":\"https://x.example/\"}}",
            "{\"type\":\"file\",\"file\":{\"file_id\":\"f\"}}",
            "{\"type\":\"video_url\",\"video_url\":{\"url\":\"data:video/mp4;base64,AAAA\"}}",
            "{\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}",
            "{\"type\":\"image_url\",\"image_url\":\"data:image/png;base64,AAAA\"}",
            "{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://169.254.169.254/latest\"}}",
            "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:text/plain;base64,aGVsbG8=\"}}",
            "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AAAA\",\"format\":\"wav\"}}")) {
      var call = asked("[" + part + "]");
      assertThat(call.status()).as(part).isEqualTo(400);
      assertThat(call.json().at("/error/param").asString()).isEqualTo("messages[0].content[0]");
      assertThat(call.json().at("/error/message").asString()).contains("messages[0].content[0]");
    }
    assertThat(forwarded.isEmpty()).isTrue();
  }
}

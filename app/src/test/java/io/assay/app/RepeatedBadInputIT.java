package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acceptance scenario 6 through the running gateway: two bad inputs, a good one and two bad ones
 * leave a subject be; the fifth bad one of the day suspends, within the minute in which the gateway
 * is asked here until it refuses.
 */
class RepeatedBadInputIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BAD = "assay-blocked-test-marker";

  @TempDir Path folder;

  @Test
  void theFifthOfADaySuspends_withReasonEndAndAnAppealThatOpens() throws Exception {
    try (var visitor = new Visitor();
        var assay = AssayProcess.start(folder.resolve("data"))) {
      for (int pair = 0; pair < 2; pair++) {
        assertThat(ask(visitor, assay, BAD).statusCode()).isEqualTo(400);
        assertThat(ask(visitor, assay, BAD).statusCode()).isEqualTo(400);
        assertThat(ask(visitor, assay, "How do I brew tea?").statusCode()).isEqualTo(200);
      }
      assertThat(ask(visitor, assay, BAD).statusCode()).isEqualTo(400);
      var error = suspended(visitor, assay);
      assertThat(error.path("ends_at").asString()).isNotEmpty();
      assertThat(error.path("message").asString()).isNotEmpty();
      var appeal = visitor.get(error.path("appeal_url").asString());
      assertThat(appeal.statusCode()).isEqualTo(200);
      assertThat(appeal.body()).contains("<form");
    }
  }

  /** The refusal of a harmless request, as soon as the sanction has reached the gateway. */
  private static JsonNode suspended(Visitor visitor, AssayProcess assay) throws Exception {
    for (int i = 0; i < 600; i++) {
      var answer = ask(visitor, assay, "How do I brew tea?");
      if (answer.statusCode() == 403) {
        var error = JSON.readTree(answer.body()).path("error");
        assertThat(error.path("code").asString()).isEqualTo("account_suspended");
        return error;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("nobody was suspended");
  }

  private static HttpResponse<String> ask(Visitor visitor, AssayProcess assay, String words) {
    var body =
        JSON.createObjectNode()
            .put("model", "sample-chat")
            .set("messages", JSON.createArrayNode().add(message(words)));
    return visitor.call(
        assay.gateway() + "/v1/chat/completions", assay.fact("trial_key"), body.toString());
  }

  private static JsonNode message(String words) {
    return JSON.createObjectNode().put("role", "user").put("content", words);
  }
}

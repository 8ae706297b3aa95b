package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.SseException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.assay.review.pool.StarterPool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model says is reviewed before it leaves, also when it comes in pieces. */
class OutputReviewIT {
  private static final String BLOCKED = StarterPool.CHINESE_MARKER;

  @TempDir static Path folder;
  private static ModelService model;
  private static AssayProcess assay;
  private static OpenAIClient client;

  @BeforeAll
  static void start() throws IOException {
    model = new ModelService();
    var config = folder.resolve("assay.yaml");
    Files.writeString(config, "gateway:\n  upstreams:\n    - baseUrl: " + model.baseUrl() + "\n");
    assay = AssayProcess.start(folder.resolve("data"), "--config", config.toString());
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(assay.gateway() + "/v1")
            .apiKey(assay.fact("trial_key"))
            .maxRetries(0)
            .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    assay.close();
    model.close();
  }

  private static ChatCompletionCreateParams ask() {
    return ChatCompletionCreateParams.builder().model("m").addUserMessage("Say something.").build();
  }

  private static List<ChatCompletionChunk> stream() {
    try (var chunks = client.chat().completions().createStreaming(ask())) {
      return chunks.stream().toList();
    }
  }

  private static String content(List<ChatCompletionChunk> chunks) {
    return chunks.stream()
        .flatMap(chunk -> chunk.choices().stream())
        .flatMap(choice -> choice.delta().content().stream())
        .collect(Collectors.joining());
  }

  private static String finish(List<ChatCompletionChunk> chunks) {
    return chunks.stream()
        .flatMap(chunk -> chunk.choices().stream())
        .flatMap(choice -> choice.finishReason().stream())
        .map(reason -> reason.asString())
        .collect(Collectors.joining());
  }

  @Test
  void cleanAnswersPass_wholeAndStreamed() {
    model.says("A clean", " answer.");
    var answer = client.chat().completions().create(ask());
    assertThat(answer.choices().getFirst().message().content().orElseThrow())
        .isEqualTo("内容由AI生成\n\nA clean answer.");
    var chunks = stream();
    assertThat(content(chunks)).isEqualTo("内容由AI生成\n\nA clean answer.");
    assertThat(finish(chunks)).isEqualTo("stop");
  }

  @Test
  void blockedOutput_endsAWholeAnswerWithARefusal() {
    model.says("Now: " + BLOCKED);
    var choice = client.chat().completions().create(ask()).choices().getFirst();
    assertThat(choice.finishReason().asString()).isEqualTo("content_filter");
    assertThat(choice.message().content()).isEmpty();
    assertThat(choice.message().refusal()).isPresent();
  }

  @Test
  void blockedOutput_neverLeavesAStream_thoughItComesInPieces() {
    var pieces = BLOCKED.codePoints().mapToObj(Character::toString).toArray(String[]::new);
    model.says(pieces);
    var chunks = stream();
    assertThat(finish(chunks)).isEqualTo("content_filter");
    assertThat(content(chunks)).doesNotContain(BLOCKED.substring(0, 2));
  }

  @Test
  void aStreamThatEndsInABlock_isStillWellFormed() throws Exception {
    model.says("Good so far. ".repeat(60), BLOCKED, " more");
    var request =
        HttpRequest.newBuilder(URI.create(assay.gateway() + "/v1/chat/completions"))
            .header("Authorization", "Bearer " + assay.fact("trial_key"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      assertThat(body).contains("Good so far").doesNotContain(BLOCKED.substring(0, 2));
      assertThat(body).contains("\"moderation\":{\"output\":", "\"flagged\":true");
      assertThat(body)
          .contains("\"finish_reason\":\"content_filter\"")
          .endsWith("data: [DONE]\n\n");
    }
  }

  @Test
  void aStreamThatBreaksOff_isAnErrorToTheCaller() {
    model.saysAndBreaksOff("Half of an answ");
    assertThatThrownBy(OutputReviewIT::stream).isInstanceOf(SseException.class);
  }

  @Test
  void blockedInput_neverReachesTheModel() {
    var params =
        ChatCompletionCreateParams.builder()
            .model("m")
            .addUserMessage("What never arrives.")
            .putAdditionalBodyProperty("metadata", JsonValue.from(List.of(BLOCKED)))
            .build();
    assertThatThrownBy(() -> client.chat().completions().create(params))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Case");
    assertThat(model.calls("What never arrives.")).isZero();
  }
}

package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.PermissionDeniedException;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.models.Model;
import io.assay.review.pool.StarterPool;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stock Java SDK makes every call of the main job. */
class JavaSdkIT {
  private static OpenAIClient client;

  @BeforeAll
  static void connect() {
    client = client(AssayProcess.shared().fact("trial_key"));
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  private static OpenAIClient client(String key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(AssayProcess.shared().gateway() + "/v1")
        .apiKey(key)
        .maxRetries(0)
        .build();
  }

  private static ChatCompletionCreateParams chat(String text) {
    return ChatCompletionCreateParams.builder().model("sample-chat").addUserMessage(text).build();
  }

  @Test
  void chats_wholeAndStreamed() {
    var whole = client.chat().completions().create(chat("怎样泡茶？"));
    var text = whole.choices().getFirst().message().content().orElseThrow();
    assertThat(text).startsWith("内容由AI生成").contains("怎样泡茶");
    try (var chunks = client.chat().completions().createStreaming(chat("怎样泡茶？"))) {
      var streamed =
          chunks.stream()
              .flatMap(chunk -> chunk.choices().stream())
              .flatMap(choice -> choice.delta().content().stream())
              .collect(Collectors.joining());
      assertThat(streamed).isEqualTo(text);
    }
  }

  @Test
  void makesPictures() {
    var params = ImageGenerateParams.builder().model("sample-image").prompt("trees").n(2).build();
    var pictures = client.images().generate(params).data().orElseThrow();
    assertThat(pictures).hasSize(2);
    var png = Base64.getDecoder().decode(pictures.getFirst().b64Json().orElseThrow());
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void showsAPictureInAChat() {
    var made = ImageGenerateParams.builder().model("sample-image").prompt("a lake").build();
    var png =
        client.images().generate(made).data().orElseThrow().getFirst().b64Json().orElseThrow();
    var picture =
        ChatCompletionContentPartImage.builder()
            .imageUrl(
                ChatCompletionContentPartImage.ImageUrl.builder()
                    .url("data:image/png;base64," + png)
                    .build())
            .build();
    var question = ChatCompletionContentPartText.builder().text("What is this?").build();
    var params =
        ChatCompletionCreateParams.builder()
            .model("sample-chat")
            .addUserMessageOfArrayOfContentParts(
                List.of(
                    ChatCompletionContentPart.ofImageUrl(picture),
                    ChatCompletionContentPart.ofText(question)))
            .build();
    var answer = client.chat().completions().create(params);
    assertThat(answer.choices().getFirst().message().content().orElseThrow())
        .contains("What is this?");
  }

  @Test
  void speaks() throws IOException {
    var params =
        SpeechCreateParams.builder()
            .model("sample-speech")
            .input("Good morning")
            .voice("alloy")
            .responseFormat(SpeechCreateParams.ResponseFormat.WAV)
            .build();
    try (var answer = client.audio().speech().create(params)) {
      assertThat(answer.body().readAllBytes()).startsWith('R', 'I', 'F', 'F');
    }
  }

  @Test
  void listsModels() {
    assertThat(client.models().list().data()).extracting(Model::id).contains("sample-chat");
  }

  @Test
  void blockedInput_isABadRequest() {
    assertThatThrownBy(() -> client.chat().completions().create(chat(StarterPool.CHINESE_MARKER)))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void heldInput_saysThatItWaitsForReview() {
    assertThatThrownBy(() -> client.chat().completions().create(chat("诈骗话术模板")))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("waits for review");
  }

  @Test
  void anUnverifiedSubject_isDenied() {
    var unverified = client(AssayProcess.shared().fact("unverified_key"));
    assertThatThrownBy(() -> unverified.chat().completions().create(chat("hello")))
        .isInstanceOf(PermissionDeniedException.class);
    unverified.close();
  }
}

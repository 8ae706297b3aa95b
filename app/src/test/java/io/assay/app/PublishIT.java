package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody whose real identity is not verified publishes, whichever gate is set (Art. 9). */
class PublishIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ASK =
      "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Say something.\"}]}";
  private static final String WORK =
      "{\"title\":\"A harbour\",\"text\":\"The boats come in at dawn.\"}";

  @TempDir Path folder;

  private final Visitor visitor = new Visitor();

  @Test
  void theUnverifiedNeitherGenerateNorPublish_untilTheirPhoneIsVerified() throws IOException {
    try (var model = new ModelService();
        var assay = start(model, "GENERATE")) {
      model.says("A clean answer.");
      var key = assay.fact("unverified_key");
      var admin = visitor.administrate(assay);

      assertThat(refused(chat(assay, key))).startsWith(assay.office());
      var verify = refused(publish(assay, key));
      assertThat(model.calls("Say something.")).isZero();
      await(() -> refusals(assay, admin).size() == 2);

      verifyPhone(assay, verify);
      await(() -> chat(assay, key).statusCode() == 200);
      var published = publish(assay, key);
      assertThat(published.statusCode()).isEqualTo(201);
      var page = visitor.get(JSON.readTree(published.body()).path("url").asString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("内容由AI生成", "The boats come in at dawn.");
      whatWasDelivered_isPublishedAsItLeft(assay, model);
    }
  }

  private void whatWasDelivered_isPublishedAsItLeft(AssayProcess assay, ModelService model) {
    var text = "A lantern over the water.";
    model.says(text);
    var key = assay.fact("trial_key");
    var number = chat(assay, key).headers().firstValue("x-assay-content-id").orElseThrow();
    await(() -> publishDelivered(assay, key, number, text).statusCode() == 201);
    assertThat(publishDelivered(assay, key, number, "Other words.").body())
        .contains("content_differs");
  }

  @Test
  void underTheOtherGate_theUnverifiedTryItOut_andStillDoNotPublish() throws IOException {
    try (var model = new ModelService();
        var assay = start(model, "PUBLISH")) {
      model.says("A clean answer.");
      var key = assay.fact("unverified_key");
      assertThat(chat(assay, key).statusCode()).isEqualTo(200);
      var verify = refused(publish(assay, key));
      assertThat(model.calls("Say something.")).isEqualTo(1);

      verifyPhone(assay, verify);
      await(() -> publish(assay, key).statusCode() == 201);
    }
  }

  private AssayProcess start(ModelService model, String gate) throws IOException {
    var config = folder.resolve("assay.yaml");
    Files.writeString(
        config,
        "gateway:\n  upstreams:\n    - baseUrl: %s\noffice:\n  identity:\n    gate: %s\n"
            .formatted(model.baseUrl(), gate));
    return AssayProcess.start(folder.resolve("data"), "--config", config.toString());
  }

  private HttpResponse<String> chat(AssayProcess assay, String key) {
    return visitor.call(assay.gateway() + "/v1/chat/completions", key, ASK);
  }

  private HttpResponse<String> publish(AssayProcess assay, String key) {
    return visitor.call(assay.gateway() + "/v1/publications", key, WORK);
  }

  private HttpResponse<String> publishDelivered(
      AssayProcess assay, String key, String number, String text) {
    var body = JSON.createObjectNode().put("title", "t").put("content", number).put("text", text);
    return visitor.call(assay.gateway() + "/v1/publications", key, JSON.writeValueAsString(body));
  }

  /** Where a refused caller is told to verify. */
  private static String refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    JsonNode error = JSON.readTree(answer.body()).path("error");
    assertThat(error.path("code").asString()).isEqualTo("identity_required");
    return error.path("verify_url").asString();
  }

  /** What the ledger recorded of refused exchanges. */
  private JsonNode refusals(AssayProcess assay, String token) {
    var listed = visitor.get(assay.office() + "/api/v1/exchanges?outcome=REFUSED", token);
    return JSON.readTree(listed.body()).path("exchanges");
  }

  private void verifyPhone(AssayProcess assay, String page) throws IOException {
    visitor.submit(page, page + "/mobile", Map.of("number", "13800001234"));
    var log = Files.readString(assay.data().resolve("logs/assay.log"));
    var code = Pattern.compile("the code for \\S+ is (\\d+)").matcher(log);
    assertThat(code.find()).isTrue();
    visitor.submit(page, page + "/code", Map.of("code", code.group(1)));
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 600; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("it did not come true");
  }
}

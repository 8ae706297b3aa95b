package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.classifier.LocalService.Told;
import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Reason;
import io.assay.review.classifier.Outcome.Scored;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemoteClassifierTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SCORES =
      """
      {"id":"modr-1","model":"omni-moderation-latest","results":[{"flagged":true,
       "categories":{"violence":true},"category_scores":{"violence":0.91,"hate":0.02}}]}
      """;

  @Test
  void readsTheScoresOfAServiceOfTheOpenAiShape() {
    try (LocalService service = new LocalService(asked -> Told.ok(SCORES))) {
      Outcome outcome = openAi(service).classify("say \"hi\"\n你好");

      assertThat(outcome)
          .isEqualTo(
              new Scored(Map.of("violence", 0.91, "hate", 0.02), "omni-moderation-latest", false));
      LocalService.Asked asked = service.asked.getFirst();
      assertThat(asked.path()).isEqualTo("/v1/moderations");
      assertThat(asked.headers().get("Authorization")).containsExactly("Bearer key");
      assertThat(Json.MAPPER.readTree(asked.body()).path("input").asString())
          .isEqualTo("say \"hi\"\n你好");
    }
  }

  @Test
  void asksForALongTextInPieces_andTakesTheHighestScore() {
    try (LocalService service =
        new LocalService(
            asked ->
                Told.ok(
                    asked.body().contains("bad")
                        ? SCORES
                        : SCORES.replace("0.91", "0.1").replace("0.02", "0.3")))) {
      String text = "x".repeat(450) + "bad" + "x".repeat(500);
      Scored scored = (Scored) openAi(service).classify(text);
      assertThat(scored.scores()).containsEntry("violence", 0.91).containsEntry("hate", 0.3);
      assertThat(service.asked).hasSizeGreaterThan(4);
    }
  }

  @Test
  void readsTheLabelsOfAServiceOfTheAliyunShape() {
    String answer =
        """
        {"Code":200,"Message":"OK","Data":{"RiskLevel":"high","Result":[
         {"Label":"contraband_drug","Confidence":98.5,"RiskWords":"x"},
         {"Label":"contraband_drug","Confidence":40},
         {"Label":"nonLabel","Description":"none"}]}}
        """;
    try (LocalService service = new LocalService(asked -> Told.ok(answer))) {
      Scored scored = (Scored) aliyun(service).classify("一 & \"二\"");

      assertThat(scored.scores()).isEqualTo(Map.of("contraband_drug", 0.985));
      assertThat(scored.score("never_mentioned")).hasValue(0);
      LocalService.Asked asked = service.asked.getFirst();
      assertThat(URLDecoder.decode(asked.body(), StandardCharsets.UTF_8))
          .isEqualTo(
              "Service=llm_query_moderation&ServiceParameters={\"content\":\"一 & \\\"二\\\"\"}");
      assertThat(asked.headers().get("Authorization"))
          .singleElement()
          .asString()
          .startsWith(
              "ACS3-HMAC-SHA256 Credential=id,SignedHeaders=content-type;host;x-acs-action");
    }
  }

  @Test
  void fails_whenAnAliyunAnswerHasAnotherCode() {
    try (LocalService service =
        new LocalService(asked -> Told.ok("{\"Code\":408,\"Message\":\"no permission\"}"))) {
      assertThat(reason(aliyun(service).classify("hi"))).isEqualTo(Reason.UNREADABLE);
    }
  }

  @Test
  void fails_whenTheAnswerIsNotWhatWasAgreed() {
    for (String answer :
        new String[] {
          "",
          "<html>",
          "{}",
          "{\"results\":[]}",
          "{\"results\":[{\"category_scores\":{}}]}",
          SCORES.replace("0.91", "\"high\""),
          SCORES.replace("0.91", "91"),
          SCORES.replace("0.91", "null"),
          "[".repeat(5000)
        }) {
      try (LocalService service = new LocalService(asked -> Told.ok(answer))) {
        assertThat(reason(openAi(service).classify("hi"))).isEqualTo(Reason.UNREADABLE);
      }
    }
  }

  @Test
  void fails_whenTheServiceRefuses_orAnswersWithoutEnd_orIsAway() {
    try (LocalService service = new LocalService(asked -> new Told(429, SCORES, Duration.ZERO))) {
      assertThat(reason(openAi(service).classify("hi"))).isEqualTo(Reason.BROKEN);
    }
    try (LocalService service = new LocalService(asked -> Told.ok(SCORES + " ".repeat(1 << 20)))) {
      assertThat(reason(openAi(service).classify("hi"))).isEqualTo(Reason.UNREADABLE);
    }
    URI gone;
    try (LocalService service = new LocalService(asked -> Told.ok(SCORES))) {
      gone = service.address();
    }
    assertThat(reason(openAi(gone).classify("hi"))).isEqualTo(Reason.BROKEN);
  }

  @Test
  void fails_whenTheServiceIsSlow() {
    try (LocalService service =
        new LocalService(asked -> new Told(200, SCORES, Duration.ofSeconds(30)))) {
      assertThat(reason(openAi(service).classify("hi"))).isEqualTo(Reason.TIMED_OUT);
    }
  }

  private static Reason reason(Outcome outcome) {
    return ((Failed) outcome).reason();
  }

  private static Classifier openAi(LocalService service) {
    return openAi(service.address());
  }

  private static Classifier openAi(URI address) {
    return new RemoteClassifier(
        JsonService.openAi("remote", address, "omni", "key", 200, Duration.ofMillis(1500)),
        HTTP,
        InstantSource.system());
  }

  private static Classifier aliyun(LocalService service) {
    return new RemoteClassifier(
        JsonService.aliyun(
            "aliyun",
            service.address(),
            "llm_query_moderation",
            "id",
            "secret",
            Duration.ofSeconds(5)),
        HTTP,
        InstantSource.system());
  }
}

package io.assay.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.classifier.JsonService.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifierConfigTest {

  private static ReviewConfig parse(String yaml) {
    return Settings.parse(yaml, ReviewConfig.class, Map.of("GUARD_KEY", "secret"));
  }

  @Test
  void readsAServiceOfAnyShape() {
    var service =
        parse(
                """
                classifiers:
                  - name: guard
                    kind: json
                    url: https://guard.example.com/score
                    headers: {authorization: "Bearer ${GUARD_KEY}"}
                    body: '{"text": {{text}}}'
                    scores: /scores
                """)
            .classifiers()
            .getFirst()
            .service();
    assertThat(service.headers()).containsEntry("authorization", "Bearer secret");
    assertThat(service.reading()).isEqualTo(new Reading.Scores("/scores"));
  }

  @Test
  void readsTheKnownServices() {
    var review =
        parse(
            """
            classifiers:
              - {name: a, kind: openai, url: "http://127.0.0.1:9", model: m}
              - {name: b, kind: aliyun, url: "https://green.example.com", model: s, keyId: i, key: k}
              - {name: c, kind: linear, file: model.bin}
            """);
    assertThat(review.classifiers().get(0).service().endpoint()).hasPath("/v1/moderations");
    assertThat(review.classifiers().get(1).service().name()).isEqualTo("b");
    assertThat(review.classifiers().get(2).file()).hasFileName("model.bin");
  }

  @Test
  void refusesWhatCannotWork_atTheStart() {
    assertThatThrownBy(
            () -> parse("classifiers: [{name: a, kind: json, url: 'http://h/', body: x}]"))
        .hasMessageContaining("{{text}}");
    assertThatThrownBy(() -> parse("classifiers: [{name: a, kind: linear}]"))
        .hasMessageContaining("needs a file");
    assertThatThrownBy(() -> parse("classifiers: [{name: a, kind: openai}]"))
        .hasMessageContaining("needs a url");
    assertThatThrownBy(
            () ->
                parse(
                    "classifiers: [{name: a, kind: linear, file: x}, {name: a, kind: linear, file: y}]"))
        .hasMessageContaining("share a name");
  }
}

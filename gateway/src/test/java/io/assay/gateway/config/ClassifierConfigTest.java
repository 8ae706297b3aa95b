package io.assay.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.classifier.Box.Unit;
import io.assay.review.classifier.Boxes;
import io.assay.review.classifier.Boxes.Sides;
import io.assay.review.classifier.JsonService.Reading;
import java.util.List;
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
  void readsLabelsAndBoxesOfPictures() {
    var service =
        parse(
                """
                pictureClassifiers:
                  - name: eyes
                    kind: json
                    url: https://guard.example.com/look
                    body: '{"picture": {{text}}}'
                    labels: {place: /Data/Result, label: /Label, score: /Confidence, scale: 100, clean: nonLabel}
                    boxes:
                      - {place: /Data/Ext/LogoData, of: pt_logo, left: /Location/X, top: /Location/Y,
                         width: /Location/W, height: /Location/H, unit: pixels}
                      - {place: /found, label: /label, left: /box/0, top: /box/1, right: /box/2,
                         bottom: /box/3, unit: fractions}
                """)
            .pictureClassifiers()
            .getFirst()
            .service();
    assertThat(service.reading())
        .isEqualTo(
            new Reading.Placed(
                new Reading.Labels(
                    "/Data/Result", "/Label", "/Confidence", 100, "nonLabel", "", ""),
                List.of(
                    new Boxes(
                        "/Data/Ext/LogoData",
                        "",
                        "pt_logo",
                        new Sides.Sized("/Location/X", "/Location/Y", "/Location/W", "/Location/H"),
                        Unit.PIXELS),
                    new Boxes(
                        "/found",
                        "/label",
                        "",
                        new Sides.Cornered("/box/0", "/box/1", "/box/2", "/box/3"),
                        Unit.FRACTIONS))));
  }

  @Test
  void refusesBoxesThatLeaveSomethingToGuess() {
    assertThatThrownBy(() -> boxes("left: /x, top: /y, width: /w, height: /h, of: a"))
        .hasMessageContaining("pixels or fractions");
    assertThatThrownBy(() -> boxes("left: /x, top: /y, unit: pixels, of: a"))
        .hasMessageContaining("right and bottom");
    assertThatThrownBy(() -> boxes("left: /x, top: /y, width: /w, height: /h, unit: pixels"))
        .hasMessageContaining("label");
    assertThatThrownBy(
            () ->
                parse(
                    "classifiers: [{name: a, kind: json, url: 'http://h/', body: '{{text}}', boxes:"
                        + " [{of: a, left: /x, top: /y, width: /w, height: /h, unit: pixels}]}]"))
        .hasMessageContaining("sees no pictures");
  }

  private static void boxes(String boxes) {
    parse(
        "pictureClassifiers: [{name: a, kind: json, url: 'http://h/', body: '{{text}}',"
            + " scores: /s, boxes: [{"
            + boxes
            + "}]}]");
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

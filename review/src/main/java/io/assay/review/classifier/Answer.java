package io.assay.review.classifier;

import io.assay.review.classifier.JsonService.Reading;
import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Reason;
import io.assay.review.classifier.Outcome.Scored;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the scores from a service's answer. */
final class Answer {

  private Answer() {}

  static Outcome read(byte[] answer, Reading reading) {
    try {
      JsonNode document = Json.MAPPER.readTree(answer);
      String version = document.path("model").asString("");
      return read(document, version, reading);
    } catch (JacksonException | IllegalArgumentException e) {
      return new Failed(Reason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private static Scored read(JsonNode document, String version, Reading reading) {
    return switch (reading) {
      case Reading.Scores scores -> new Scored(scores(document.at(scores.place())), version, false);
      case Reading.Labels labels -> new Scored(labels(document, labels), version, true);
      case Reading.Placed placed ->
          read(document, version, placed.scores()).with(Sightings.read(document, placed.boxes()));
    };
  }

  private static Map<String, Double> scores(JsonNode object) {
    if (!object.isObject() || object.isEmpty()) {
      throw new IllegalArgumentException("the answer has no object of scores");
    }
    Map<String, Double> scores = new HashMap<>();
    object.forEachEntry((label, score) -> scores.put(label, number(score)));
    return scores;
  }

  private static Map<String, Double> labels(JsonNode document, Reading.Labels reading) {
    if (!reading.check().isEmpty()
        && !document.at(reading.check()).asString("").equals(reading.expected())) {
      throw new IllegalArgumentException(
          "the answer has '%s' at %s, not '%s'"
              .formatted(
                  document.at(reading.check()).asString(""), reading.check(), reading.expected()));
    }
    JsonNode items = document.at(reading.place());
    if (!items.isArray()) {
      throw new IllegalArgumentException("the answer has no array at " + reading.place());
    }
    Map<String, Double> scores = new HashMap<>();
    for (JsonNode item : items) {
      String label = text(item.at(reading.label()));
      if (!label.equals(reading.clean())) {
        scores.merge(label, number(item.at(reading.score())) / reading.scale(), Math::max);
      }
    }
    return scores;
  }

  static String text(JsonNode node) {
    if (!node.isString()) {
      throw new IllegalArgumentException("a label in the answer is no text");
    }
    return node.stringValue();
  }

  private static double number(JsonNode node) {
    if (!node.isNumber()) {
      throw new IllegalArgumentException("a score in the answer is no number");
    }
    return node.doubleValue();
  }
}

package io.assay.review.classifier;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How to ask a moderation service over HTTP and how to read its answer.
 *
 * @param name the name by which the pool's thresholds call it
 * @param headers sent with every request
 * @param longest the longest text that one request may hold, in UTF-16 characters; a longer text is
 *     asked in overlapping pieces
 */
public record JsonService(
    String name,
    URI endpoint,
    Map<String, String> headers,
    Body body,
    Signing signing,
    Reading reading,
    int longest,
    Duration timeout) {

  /** Stands for the text, as a JSON string with its quotes, in a body. */
  public static final String TEXT = "{{text}}";

  /** What is sent. */
  public sealed interface Body {

    /** A JSON document in which {@value JsonService#TEXT} stands for the text. */
    record Json(String template) implements Body {
      public Json {
        requirePlace(template);
      }
    }

    /** A form, one of whose fields is a JSON text in which {@value JsonService#TEXT} stands. */
    record Form(Map<String, String> fields) implements Body {
      public Form {
        fields = new LinkedHashMap<>(fields);
        requirePlace(String.join("\n", fields.values()));
      }
    }
  }

  /** How a request proves who sends it, beyond its headers. */
  public sealed interface Signing {

    record None() implements Signing {}

    /** The Alibaba Cloud signature, version 3, for an action of a service. */
    record Acs3(String keyId, String secret, String action, String version) implements Signing {
      @Override
      public String toString() {
        return "Acs3[" + keyId + "]";
      }
    }
  }

  /** Where the scores stand in an answer; places are JSON pointers. */
  public sealed interface Reading {

    /** An object of a score from 0 to 1 for each label. */
    record Scores(String place) implements Reading {}

    /**
     * An array of the labels that were found.
     *
     * @param label the place of the label in an item
     * @param score the place of the score in an item
     * @param scale the score that stands for certainty
     * @param clean the label that says that nothing was found
     * @param check a place whose text must be {@code expected} for the answer to count
     */
    record Labels(
        String place,
        String label,
        String score,
        double scale,
        String clean,
        String check,
        String expected)
        implements Reading {}

    /** What another reading finds, and where in a picture. */
    record Placed(Reading scores, List<Boxes> boxes) implements Reading {
      public Placed {
        Objects.requireNonNull(scores, "scores");
        boxes = List.copyOf(boxes);
      }
    }
  }

  public JsonService {
    headers = Map.copyOf(headers);
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(signing, "signing");
    Objects.requireNonNull(reading, "reading");
    if (name.isBlank() || longest < 100 || !timeout.isPositive()) {
      throw new IllegalArgumentException(
          "a service needs a name, room for 100 characters and a positive timeout; got '"
              + name
              + "', "
              + longest
              + ", "
              + timeout);
    }
  }

  /** A service of the OpenAI shape; the base is the address before {@code /v1/moderations}. */
  public static JsonService openAi(
      String name, URI base, String model, String apiKey, int longest, Duration timeout) {
    return new JsonService(
        name,
        URI.create(base + "/v1/moderations"),
        Map.of("content-type", "application/json", "authorization", "Bearer " + apiKey),
        new Body.Json("{\"model\":" + Json.quoted(model) + ",\"input\":" + TEXT + "}"),
        new Signing.None(),
        new Reading.Scores("/results/0/category_scores"),
        longest,
        timeout);
  }

  /** A text moderation service of Alibaba Cloud, such as {@code llm_query_moderation}. */
  public static JsonService aliyun(
      String name, URI endpoint, String service, String keyId, String secret, Duration timeout) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Service", service);
    fields.put("ServiceParameters", "{\"content\":" + TEXT + "}");
    return new JsonService(
        name,
        endpoint,
        Map.of("content-type", "application/x-www-form-urlencoded"),
        new Body.Form(fields),
        new Signing.Acs3(keyId, secret, "TextModerationPlus", "2022-03-02"),
        new Reading.Labels(
            "/Data/Result", "/Label", "/Confidence", 100, "nonLabel", "/Code", "200"),
        2000,
        timeout);
  }

  @Override
  public String toString() {
    return "JsonService[" + name + " at " + endpoint + "]";
  }

  private static void requirePlace(String template) {
    if (!template.contains(TEXT)) {
      throw new IllegalArgumentException(
          "the body has no place for the text; write " + TEXT + " there");
    }
  }
}

package io.assay.gateway.config;

import io.assay.review.classifier.JsonService;
import io.assay.review.classifier.JsonService.Body;
import io.assay.review.classifier.JsonService.Reading;
import io.assay.review.classifier.JsonService.Signing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One classifier that the pool's thresholds may name.
 *
 * @param name how thresholds call it
 * @param url for OPENAI the address before {@code /v1/moderations}, else that of the service
 * @param model the model of OPENAI, the service of ALIYUN
 * @param keyId the access key's id, for ALIYUN
 * @param key the secret: a bearer token for OPENAI
 * @param headers sent with every request, for JSON
 * @param body a JSON document in which {{text}} stands for the text, for JSON
 * @param scores a JSON pointer to an object of a score from 0 to 1 for each label, for JSON
 * @param labels instead of {@code scores} the labels that an answer lists, for JSON
 * @param boxes where in a picture labels were seen, for JSON
 * @param file a trained model, for LINEAR
 * @param longest the longest text of one request; a longer one is asked in overlapping pieces
 * @param timeout of a whole text; then the content is held
 */
public record ClassifierConfig(
    String name,
    Kind kind,
    String url,
    String model,
    String keyId,
    String key,
    Map<String, String> headers,
    String body,
    String scores,
    @Nullable LabelsConfig labels,
    List<BoxConfig> boxes,
    Path file,
    Integer longest,
    Duration timeout) {

  private static final int WHOLE = Integer.MAX_VALUE;

  /** What answers. */
  public enum Kind {
    OPENAI,
    ALIYUN,
    JSON,
    LINEAR
  }

  public ClassifierConfig(
      @Nullable String name,
      @Nullable Kind kind,
      @Nullable String url,
      @Nullable String model,
      @Nullable String keyId,
      @Nullable String key,
      @Nullable Map<String, String> headers,
      @Nullable String body,
      @Nullable String scores,
      @Nullable LabelsConfig labels,
      @Nullable List<BoxConfig> boxes,
      @Nullable Path file,
      @Nullable Integer longest,
      @Nullable Duration timeout) {
    if (name == null || name.isBlank() || kind == null) {
      throw new SettingsException(
          "a classifier needs a name and a kind: openai, aliyun, json, linear");
    }
    this.name = name;
    this.kind = kind;
    this.url = Objects.requireNonNullElse(url, "");
    this.model = Objects.requireNonNullElse(model, "");
    this.keyId = Objects.requireNonNullElse(keyId, "");
    this.key = Objects.requireNonNullElse(key, "");
    this.headers = headers == null ? Map.of() : Map.copyOf(headers);
    this.body = Objects.requireNonNullElse(body, "");
    this.scores = Objects.requireNonNullElse(scores, "");
    this.labels = labels;
    this.boxes = boxes == null ? List.of() : List.copyOf(boxes);
    this.file = Objects.requireNonNullElse(file, Path.of(""));
    this.longest = Objects.requireNonNullElse(longest, 2_000);
    this.timeout = Objects.requireNonNullElse(timeout, Duration.ofSeconds(2));
    if (kind == Kind.LINEAR ? file == null : URI.create(this.url).getHost() == null) {
      throw new SettingsException(
          "classifier '" + name + "' needs " + (kind == Kind.LINEAR ? "a file" : "a url"));
    }
    if (kind != Kind.JSON && (labels != null || !this.boxes.isEmpty())) {
      throw new SettingsException(
          "classifier '" + name + "' has labels or boxes, which only kind json reads");
    }
    if (labels != null && !this.scores.isEmpty()) {
      throw new SettingsException(
          "classifier '" + name + "' has scores and labels; an answer is read in one way");
    }
    if (kind != Kind.LINEAR) {
      refuseImpossible();
    }
  }

  private void refuseImpossible() {
    try {
      service();
    } catch (IllegalArgumentException e) {
      throw new SettingsException("classifier '" + name + "': " + e.getMessage(), e);
    }
  }

  /**
   * How to ask the service.
   *
   * @throws IllegalStateException for a linear model, which is no service
   */
  public JsonService service() {
    return switch (kind) {
      case OPENAI -> JsonService.openAi(name, URI.create(url), model, key, longest, timeout);
      case ALIYUN -> JsonService.aliyun(name, URI.create(url), model, keyId, key, timeout);
      case JSON ->
          new JsonService(
              name,
              URI.create(url),
              headers,
              new Body.Json(body),
              new Signing.None(),
              reading(),
              longest,
              timeout);
      case LINEAR -> throw new IllegalStateException("'" + name + "' is a model in a file");
    };
  }

  private Reading reading() {
    Reading scored = labels == null ? new Reading.Scores(scores) : labels.reading();
    return boxes.isEmpty()
        ? scored
        : new Reading.Placed(scored, boxes.stream().map(BoxConfig::boxes).toList());
  }

  /** The same, asked about a whole content at once, however long. */
  ClassifierConfig whole() {
    return new ClassifierConfig(
        name, kind, url, model, keyId, key, headers, body, scores, labels, boxes, file, WHOLE,
        timeout);
  }

  @Override
  public String toString() {
    return "ClassifierConfig[" + name + ", " + kind + "]";
  }
}

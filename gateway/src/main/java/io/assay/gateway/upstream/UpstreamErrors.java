package io.assay.gateway.upstream;

import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.upstream.Upstream.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Turns the errors of model services into this gateway's own. Their words do not leave: an error
 * message is a way by which content could.
 */
public final class UpstreamErrors {
  /** Codes by which providers say that content was refused; compared without case and symbols. */
  private static final Set<String> CONTENT =
      Set.of(
          "datainspectionfailed",
          "inputtextsensitivecontentdetected",
          "inputtextriskdetection",
          "outputtextriskdetection",
          "outputimageriskdetection",
          "outputimagesensitivecontentdetected",
          "contentsecuritydetectionerror",
          "contentpolicyviolation",
          "contentfilter",
          "moderationblocked",
          "1301");

  private UpstreamErrors() {}

  /** The refusal that stands for an answer which is no success. */
  public static Refusal refusal(Answer answer, String caseId) {
    var code = code(answer.body());
    if (isContent(code)) {
      return Refusal.blockedInput("", caseId).with("upstream_code", code);
    }
    return switch (answer.status()) {
      case 400, 404, 413, 415, 422 ->
          new Refusal(
              400,
              "invalid_request_error",
              "upstream_rejected_request",
              "The model service rejected the request.",
              Optional.empty(),
              Outcome.REFUSED,
              Map.of("upstream_code", code, "upstream_status", String.valueOf(answer.status())),
              Map.of());
      case 429 ->
          new Refusal(
              429,
              "rate_limit_error",
              "upstream_rate_limited",
              "The model service is busy; try again later.",
              Optional.empty(),
              Outcome.FAILED,
              Map.of(),
              retryAfter(answer));
      default ->
          Refusal.unavailable("upstream_failed", "The model service failed.")
              .with("upstream_status", String.valueOf(answer.status()));
    };
  }

  /** Whether a finish reason or code of a provider means that content was refused. */
  public static boolean isContent(String code) {
    return CONTENT.contains(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
  }

  private static Map<String, String> retryAfter(Answer answer) {
    var value = answer.headers().getOrDefault("retry-after", "");
    return value.matches("[0-9]{1,6}") ? Map.of("retry-after", value) : Map.of();
  }

  private static String code(byte[] body) {
    try {
      var json = Json.read(body);
      var error = json.path("error");
      var code = text(error.path("code")).or(() -> text(json.path("code"))).orElse("");
      return code.matches("[A-Za-z0-9_.\\-]{1,80}") ? code : "";
    } catch (JacksonException e) {
      return "";
    }
  }

  private static Optional<String> text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
  }
}

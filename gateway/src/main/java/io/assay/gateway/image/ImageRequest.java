package io.assay.gateway.image;

import io.assay.gateway.exchange.Ask;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.exchange.Texts;
import io.assay.gateway.http.Refusal;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads an image generation request. */
final class ImageRequest {
  static final String PATH = "/v1/images/generations";

  /** The most pictures of one answer. */
  static final int MOST = 16;

  private static final Set<String> FORMATS = Set.of("png", "jpeg");
  private static final Set<String> FORMS = Set.of("b64_json", "url");

  private ImageRequest() {}

  static Result<Ask> read(ObjectNode body) {
    return fault(body).<Result<Ask>>map(Result::refused).orElseGet(() -> Result.ok(ask(body)));
  }

  private static Optional<Refusal> fault(ObjectNode body) {
    for (var field : new String[] {"model", "prompt"}) {
      if (!body.path(field).isString()) {
        return Optional.of(
            Refusal.badRequest(
                "missing_required_parameter", "'" + field + "' is required.", field));
      }
    }
    if (body.path("stream").asBoolean(false)) {
      return Optional.of(
          Refusal.badRequest(
              "unsupported_parameter",
              "Unfinished pictures would leave without a label; leave stream out.",
              "stream"));
    }
    if (body.path("n").isNumber() && !inRange(body.path("n"))) {
      return Optional.of(
          Refusal.badRequest("unsupported_value", "n is from 1 to " + MOST + ".", "n"));
    }
    return oneOf(body, "output_format", FORMATS).or(() -> oneOf(body, "response_format", FORMS));
  }

  private static boolean inRange(JsonNode count) {
    return count.isIntegralNumber()
        && count.canConvertToInt()
        && count.asInt() >= 1
        && count.asInt() <= MOST;
  }

  private static Optional<Refusal> oneOf(ObjectNode body, String field, Set<String> known) {
    var value = body.path(field);
    return !value.isString() || known.contains(value.asString())
        ? Optional.empty()
        : Optional.of(
            Refusal.badRequest(
                "unsupported_value",
                field + " '" + value.asString() + "' is not served; use one of " + known + ".",
                field));
  }

  private static Ask ask(ObjectNode body) {
    return new Ask(PATH, "image", body.path("model").asString(), false, body, Texts.of(body));
  }

  static boolean byAddress(JsonNode body) {
    return body.path("response_format").asString("").equals("url");
  }
}

package io.assay.gateway.chat;

import io.assay.gateway.exchange.Ask;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.exchange.Texts;
import io.assay.gateway.http.Refusal;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a chat completion request. */
final class ChatRequest {
  static final String PATH = "/v1/chat/completions";
  private static final Set<String> UNREVIEWED_PARTS = Set.of("image_url", "input_audio", "file");

  private ChatRequest() {}

  static Result<Ask> read(ObjectNode body) {
    return fault(body).<Result<Ask>>map(Result::refused).orElseGet(() -> Result.ok(ask(body)));
  }

  private static Optional<Refusal> fault(ObjectNode body) {
    if (!body.path("model").isString()) {
      return missing("model");
    }
    if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
      return missing("messages");
    }
    if (body.path("logprobs").asBoolean(false)) {
      return Optional.of(
          Refusal.badRequest(
              "unsupported_parameter",
              "Token probabilities describe the text before it was labelled, so they are not"
                  + " delivered. Leave logprobs out.",
              "logprobs"));
    }
    if (body.has("audio")) {
      return Optional.of(
          Refusal.badRequest(
              "unsupported_parameter",
              "Spoken chat answers are not labelled here; use /v1/audio/speech.",
              "audio"));
    }
    return unreviewedPart(body);
  }

  /** Pictures, sound and files in a message are refused: they would go in unreviewed. */
  private static Optional<Refusal> unreviewedPart(ObjectNode body) {
    var messages = body.path("messages");
    for (int i = 0; i < messages.size(); i++) {
      var parts = messages.get(i).path("content");
      for (int j = 0; parts.isArray() && j < parts.size(); j++) {
        var type = parts.get(j).path("type").asString("");
        if (UNREVIEWED_PARTS.contains(type)) {
          return Optional.of(
              Refusal.badRequest(
                  "unsupported_content",
                  "A part of type '" + type + "' cannot be reviewed here; send text.",
                  "messages[" + i + "].content[" + j + "]"));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> missing(String field) {
    return Optional.of(
        Refusal.badRequest("missing_required_parameter", "'" + field + "' is required.", field));
  }

  private static Ask ask(ObjectNode body) {
    var stream = body.path("stream").asBoolean(false);
    var texts = Texts.of(body);
    return new Ask(PATH, "chat", body.path("model").asString(), stream, body, texts);
  }

  /** Whether the caller wants the usage chunk at the end of a stream. */
  static boolean wantsUsage(JsonNode body) {
    return body.path("stream_options").path("include_usage").asBoolean(false);
  }

  /** Whether the answer must be JSON or another machine format, which a statement would break. */
  static boolean structured(JsonNode body) {
    var type = body.path("response_format").path("type").asString("text");
    return !type.equals("text");
  }
}

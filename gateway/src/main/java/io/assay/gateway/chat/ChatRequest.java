package io.assay.gateway.chat;

import io.assay.gateway.attachment.Attachments;
import io.assay.gateway.attachment.Attachments.Taken;
import io.assay.gateway.exchange.Ask;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.exchange.Texts;
import io.assay.gateway.http.Refusal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a chat completion request. */
final class ChatRequest {
  static final String PATH = "/v1/chat/completions";

  private ChatRequest() {}

  static Result<Ask> read(ObjectNode body, Attachments attachments) {
    return fault(body).<Result<Ask>>map(Result::refused).orElseGet(() -> taken(body, attachments));
  }

  private static Result<Ask> taken(ObjectNode body, Attachments attachments) {
    return switch (attachments.take(body)) {
      case Result.Refused<Taken>(var refusal) -> Result.refused(refusal);
      case Result.Ok<Taken>(var taken) -> Result.ok(ask(body, taken));
    };
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
    return Optional.empty();
  }

  private static Optional<Refusal> missing(String field) {
    return Optional.of(
        Refusal.badRequest("missing_required_parameter", "'" + field + "' is required.", field));
  }

  private static Ask ask(ObjectNode body, Taken taken) {
    return new Ask(
        PATH,
        "chat",
        body.path("model").asString(),
        body.path("stream").asBoolean(false),
        body,
        Texts.of(taken.words()),
        taken.attachments());
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

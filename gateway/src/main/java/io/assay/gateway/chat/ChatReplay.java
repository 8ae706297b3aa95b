package io.assay.gateway.chat;

import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells a whole answer as a stream, to a caller who asked for one. */
final class ChatReplay {
  private static final List<String> BESIDE = List.of("assay", "moderation");

  private ChatReplay() {}

  static void send(Exchange exchange, ObjectNode answer, Map<String, String> headers) {
    var withUsage = ChatRequest.wantsUsage(exchange.ask().body());
    var chunks = new ChatChunks(exchange, withUsage);
    for (var choice : answer.path("choices")) {
      int index = choice.path("index").asInt(0);
      chunks.delta(index, delta(choice.path("message")));
      chunks.finish(index, choice.path("finish_reason").asString("stop"), beside(answer));
    }
    if (withUsage && answer.path("usage") instanceof ObjectNode usage) {
      chunks.usage(usage);
    }
    chunks.done();
    try {
      var out = exchange.inbound().stream(ChatRelay.EVENT_STREAM, headers);
      out.write(chunks.drain());
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The message in one piece; in a stream its calls of tools are numbered. */
  private static ObjectNode delta(JsonNode message) {
    var delta = Json.object().put("role", "assistant");
    if (message instanceof ObjectNode fields) {
      delta.setAll(fields.deepCopy());
    }
    int number = 0;
    for (var call : delta.path("tool_calls")) {
      if (call instanceof ObjectNode numbered) {
        numbered.put("index", number++);
      }
    }
    return delta;
  }

  private static ObjectNode beside(ObjectNode answer) {
    var beside = Json.object();
    for (var field : BESIDE) {
      if (answer.has(field)) {
        beside.set(field, answer.path(field));
      }
    }
    return beside;
  }
}

package io.assay.gateway.chat;

import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.http.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the chunks of a streamed answer, each from scratch: nothing of an upstream's chunk leaves
 * that was not put here on purpose. Not thread-safe.
 */
final class ChatChunks {
  private final ObjectNode header;
  private final boolean withUsage;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ChatChunks(Exchange exchange, boolean withUsage) {
    this.withUsage = withUsage;
    this.header =
        Json.object()
            .put("id", ChatLabel.answerId(exchange))
            .put("object", "chat.completion.chunk")
            .put("created", exchange.at().getEpochSecond())
            .put("model", exchange.ask().model());
  }

  void delta(int choice, ObjectNode delta) {
    choice(choice, delta, null, Json.object());
  }

  /** The last chunk of a choice, with further fields of the answer beside it. */
  void finish(int choice, String reason, ObjectNode beside) {
    choice(choice, Json.object(), reason, beside);
  }

  private void choice(int index, ObjectNode delta, @Nullable String reason, ObjectNode beside) {
    var chunk = header.deepCopy();
    var choice = chunk.putArray("choices").addObject().put("index", index);
    choice.set("delta", delta);
    choice.put("finish_reason", reason);
    if (withUsage) {
      chunk.putNull("usage");
    }
    chunk.setAll(beside);
    data(Json.text(chunk));
  }

  void usage(ObjectNode usage) {
    var chunk = header.deepCopy();
    chunk.putArray("choices");
    chunk.set("usage", usage);
    data(Json.text(chunk));
  }

  void done() {
    data("[DONE]");
  }

  private void data(String data) {
    out.writeBytes("data: ".getBytes(StandardCharsets.UTF_8));
    out.writeBytes(data.getBytes(StandardCharsets.UTF_8));
    out.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes written since the last call. */
  byte[] drain() {
    var bytes = out.toByteArray();
    out.reset();
    return bytes;
  }
}

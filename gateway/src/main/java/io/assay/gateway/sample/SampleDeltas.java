package io.assay.gateway.sample;

import io.assay.gateway.http.Json;
import io.assay.gateway.upstream.DeltaStream;
import io.assay.gateway.upstream.SseEvent;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** A sample answer, a few characters at a time, at about the pace of a model. */
final class SampleDeltas implements DeltaStream {
  private static final int CHARACTERS = 4;
  private static final long PACE_MILLIS = 12;

  private final ObjectNode header;
  private final Queue<SseEvent> events = new ArrayDeque<>();

  SampleDeltas(ObjectNode header, String text, boolean withUsage) {
    this.header = header;
    delta(delta -> delta.put("role", "assistant").put("content", ""), "");
    for (int from = 0; from < text.length(); ) {
      int to =
          Math.min(
              text.length(),
              text.offsetByCodePoints(
                  from, Math.min(CHARACTERS, text.codePointCount(from, text.length()))));
      var piece = text.substring(from, to);
      delta(delta -> delta.put("content", piece), "");
      from = to;
    }
    delta(delta -> {}, "stop");
    if (withUsage) {
      var chunk = header.deepCopy();
      chunk.putArray("choices");
      chunk.set("usage", usage(0, text.length()));
      events.add(new SseEvent("", Json.text(chunk)));
    }
    events.add(new SseEvent("", "[DONE]"));
  }

  static ObjectNode usage(int promptCharacters, int answerCharacters) {
    int prompt = promptCharacters / 2 + 1;
    int answer = answerCharacters / 2 + 1;
    return Json.object()
        .put("prompt_tokens", prompt)
        .put("completion_tokens", answer)
        .put("total_tokens", prompt + answer);
  }

  private void delta(Consumer<ObjectNode> content, String finish) {
    var chunk = header.deepCopy();
    var choice = chunk.putArray("choices").addObject();
    choice.put("index", 0);
    content.accept(choice.putObject("delta"));
    choice.put("finish_reason", finish.isEmpty() ? null : finish);
    events.add(new SseEvent("", Json.text(chunk)));
  }

  @Override
  public List<SseEvent> next() {
    var event = events.poll();
    if (event == null) {
      return List.of();
    }
    try {
      Thread.sleep(PACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SampleUpstream.broken(e);
    }
    return List.of(event);
  }

  @Override
  public void close() {
    events.clear();
  }
}

package io.assay.gateway.chat;

import io.assay.gateway.exchange.Carried;
import io.assay.gateway.http.Json;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.upstream.UpstreamErrors;
import io.assay.gateway.upstream.UpstreamException;
import io.assay.mark.TextLabel;
import io.assay.review.StreamReview;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One choice of a streamed answer. Every text in it is a stream of its own under one review. */
final class ChatChoice {
  private static final Set<String> TEXTS =
      Set.of("content", "refusal", "reasoning_content", "reasoning");
  private static final Set<String> WITHOUT_TEXT = Set.of("role", "obfuscation", "logprobs");
  private static final Set<String> FINISHES =
      Set.of("stop", "length", "tool_calls", "function_call", "content_filter");

  /** How a choice ends that a block cut off. */
  private static final String CUT = "length";

  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_\\-.:]{1,128}");

  private final int index;
  private final StreamReview review;
  private final ChatChunks chunks;
  private final ChatLabel label;
  private final Optional<TextLabel.Stream> statement;
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder arrived = new StringBuilder();
  private final StringBuilder released = new StringBuilder();
  private final ArrivedMessage message = new ArrivedMessage();
  private boolean begun;
  private boolean contentSeen;
  private int wholes;
  private String finish = "stop";

  /** A text of the choice, and how a piece of it is put into a delta. */
  private record Channel(String stream, Function<String, ObjectNode> delta) {}

  ChatChoice(int index, StreamReview review, ChatChunks chunks, ChatLabel label) {
    this.index = index;
    this.review = review;
    this.chunks = chunks;
    this.label = label;
    this.statement = label.stream();
  }

  void take(JsonNode choice) {
    begin();
    for (var field : choice.path("delta").properties()) {
      takeField(field.getKey(), field.getValue());
    }
    var reason = choice.path("finish_reason");
    if (reason.isString()) {
      finish = normalised(reason.asString());
    }
  }

  private void begin() {
    if (!begun) {
      begun = true;
      chunks.delta(index, Json.object().put("role", "assistant").put("content", ""));
    }
  }

  private void takeField(String name, JsonNode value) {
    if (value.isNull() || WITHOUT_TEXT.contains(name)) {
      return;
    }
    if (TEXTS.contains(name) && value.isString()) {
      message.text(name, value.asString());
      append(name, value.asString(), piece -> Json.object().put(name, piece));
    } else if (name.equals("tool_calls") && value.isArray()) {
      value.forEach(this::toolCall);
    } else if (name.equals("function_call") && value.isObject()) {
      functionCall(value);
    } else if (!value.isContainer() || !value.isEmpty()) {
      throw new UpstreamException("the upstream sent an unknown field 'delta." + name + "'");
    }
  }

  private void toolCall(JsonNode call) {
    int number = call.path("index").asInt(0);
    var where = "tool_calls[" + number + "]";
    var id = call.path("id").asString("");
    var name = call.path("function").path("name").asString("");
    var arguments = call.path("function").path("arguments").asString("");
    var known = OPAQUE.matcher(id).matches() ? id : "";
    message.toolCall(number, known, name, arguments);
    if (!id.isEmpty() || !name.isEmpty()) {
      var function = Json.object().put("name", whole(where + ".name", name)).put("arguments", "");
      var opening = tool(number, function);
      if (opening.path("tool_calls").path(0) instanceof ObjectNode first) {
        first.put("id", known).put("type", "function");
      }
      chunks.delta(index, opening);
    }
    append(
        where + ".arguments",
        arguments,
        piece -> tool(number, Json.object().put("arguments", piece)));
  }

  private static ObjectNode tool(int number, ObjectNode function) {
    var delta = Json.object();
    delta.putArray("tool_calls").addObject().put("index", number).set("function", function);
    return delta;
  }

  private void functionCall(JsonNode call) {
    var name = call.path("name").asString("");
    var arguments = call.path("arguments").asString("");
    message.functionCall(name, arguments);
    if (!name.isEmpty()) {
      chunks.delta(index, function("name", whole("function_call.name", name)));
    }
    append("function_call.arguments", arguments, piece -> function("arguments", piece));
  }

  private static ObjectNode function(String field, String piece) {
    var delta = Json.object();
    delta.putObject("function_call").put(field, piece);
    return delta;
  }

  /** Reviews a short text that comes in one piece; gives it back unless it may not leave. */
  private String whole(String where, String text) {
    var stream = stream(where) + "#" + ++wholes;
    arrived.append(text);
    var passed = review.append(stream, text) + review.finish(stream);
    released.append(passed);
    return passed;
  }

  private void append(String where, String text, Function<String, ObjectNode> delta) {
    if (text.isEmpty()) {
      return;
    }
    arrived.append(text);
    var channel = channels.computeIfAbsent(where, w -> new Channel(stream(w), delta));
    release(where, channel, review.append(channel.stream(), text));
  }

  private String stream(String where) {
    return "choices[" + index + "]." + where;
  }

  private void release(String where, Channel channel, String text) {
    if (text.isEmpty()) {
      return;
    }
    released.append(text);
    if (where.equals("content")) {
      contentSeen = true;
      content(statement.map(label -> label.append(text)).orElse(text));
    } else {
      chunks.delta(index, channel.delta().apply(text));
    }
  }

  private void content(String text) {
    if (!text.isEmpty()) {
      content.append(text);
      chunks.delta(index, Json.object().put("content", text));
    }
  }

  /** Ends the review of this choice's texts and lets go of the rest of them. */
  void finish() {
    channels.forEach((where, channel) -> release(where, channel, review.finish(channel.stream())));
  }

  void closeLabel() {
    if (contentSeen) {
      statement.ifPresent(label -> content(label.finish()));
    }
  }

  List<LabelRecord> labels() {
    return contentSeen ? List.of(label.explicit(content.toString(), index)) : List.of();
  }

  void end(ObjectNode beside) {
    chunks.finish(index, finish, beside);
  }

  /** Ends the choice with a refusal in place of what may not leave. */
  void withhold(ObjectNode refusal, ObjectNode beside) {
    begin();
    chunks.delta(index, refusal);
    chunks.finish(index, "content_filter", beside);
  }

  /** The characters that the upstream sent, in all texts. */
  long received() {
    return arrived.length();
  }

  /** The choice as far as it came, in the shape of one that was not streamed. */
  ObjectNode whole(boolean done) {
    var choice = Json.object().put("index", index);
    choice.set("message", message.json());
    return choice.put("finish_reason", done ? finish : CUT);
  }

  /** Everything that the upstream sent, in all texts. */
  Carried arrived() {
    return new Carried(stream(""), arrived.toString());
  }

  /** Everything of the upstream's that left. */
  Carried released() {
    return new Carried(stream(""), released.toString());
  }

  private static String normalised(String reason) {
    if (FINISHES.contains(reason)) {
      return reason;
    }
    return UpstreamErrors.isContent(reason) || reason.matches("(?i).*(sensitive|risk|safety).*")
        ? "content_filter"
        : "stop";
  }
}

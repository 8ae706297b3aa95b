package io.assay.gateway.chat;

import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Carried;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Exit;
import io.assay.gateway.exchange.Product;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.Texts;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.upstream.UpstreamErrors;
import io.assay.review.Verdict;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole chat completion. */
final class ChatAnswer implements Product {
  private final Exchange exchange;
  private final Recorder recorder;
  private final ObjectNode body;
  private final ChatLabel label;
  private final LabelConfig config;

  ChatAnswer(Exchange exchange, Recorder recorder, ObjectNode body, LabelConfig config) {
    this.exchange = exchange;
    this.recorder = recorder;
    this.body = body;
    this.config = config;
    this.label = ChatLabel.of(config, exchange);
  }

  @Override
  public List<Carried> texts() {
    return Texts.of(body);
  }

  @Override
  public Optional<byte[]> whole() {
    return Optional.of(Json.bytes(body));
  }

  @Override
  public void mark() {
    for (var choice : body.path("choices")) {
      if (choice.path("message") instanceof ObjectNode message
          && message.path("content").isString()) {
        message.put("content", label.apply(message.path("content").asString()));
      }
      normaliseFinish(choice);
    }
    body.put("id", ChatLabel.answerId(exchange));
    body.set("assay", label.fields());
  }

  private static void normaliseFinish(JsonNode choice) {
    if (choice instanceof ObjectNode object
        && UpstreamErrors.isContent(choice.path("finish_reason").asString(""))) {
      object.put("finish_reason", "content_filter");
    }
  }

  @Override
  public List<LabelRecord> readBack() {
    return label.found(Json.read(Json.bytes(body)));
  }

  @Override
  public List<OutputRecord> kept() {
    return OutputRecord.whole(recorder.measure(exchange, OutputRecord.FIELD, texts()));
  }

  @Override
  public Exit exit() {
    return exchange.ask().stream() ? Exit.CHAT_STREAM : Exit.CHAT;
  }

  @Override
  public void deliver(Position recorded) {
    if (exchange.ask().stream()) {
      ChatReplay.send(exchange, body, exchange.headers(recorded));
    } else {
      exchange
          .inbound()
          .send(200, "application/json", exchange.headers(recorded), Json.bytes(body));
    }
  }

  @Override
  public Optional<Refusal> withhold(Verdict verdict) {
    recorder.withheld(exchange, exit(), verdict);
    var headers = ChatRefusal.headers(exchange.id());
    if (exchange.ask().stream()) {
      ChatReplay.send(exchange, withheld(verdict), headers);
    } else {
      exchange.inbound().send(200, "application/json", headers, Json.bytes(withheld(verdict)));
    }
    return Optional.empty();
  }

  /** The answer without anything that the upstream wrote. */
  private ObjectNode withheld(Verdict verdict) {
    var answer = Json.object().put("id", ChatLabel.answerId(exchange));
    answer.put("object", "chat.completion").put("created", body.path("created").asLong(0));
    answer.put("model", exchange.ask().model());
    var choices = answer.putArray("choices");
    for (int i = 0; i < body.path("choices").size(); i++) {
      var choice = choices.addObject().put("index", i);
      choice.set("message", ChatRefusal.message(config.refusalChannel(), exchange.id()));
      choice.putNull("logprobs").put("finish_reason", "content_filter");
    }
    answer.set("moderation", Moderation.output(verdict));
    return answer;
  }
}

package io.assay.gateway.chat;

import io.assay.gateway.attachment.Attachments;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Ask;
import io.assay.gateway.exchange.Endpoint;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Product;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.ReleasedAnswers;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.exchange.WholeWay;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.upstream.Upstream;
import io.assay.gateway.upstream.UpstreamErrors;
import io.assay.gateway.upstream.UpstreamException;
import io.assay.gateway.upstream.Upstreams;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /v1/chat/completions}. */
public final class ChatEndpoint implements Endpoint {
  public static final String PATH = ChatRequest.PATH;
  private static final String UPSTREAM_PATH = "/chat/completions";

  private final Upstreams upstreams;
  private final WholeWay whole;
  private final ChatRelay relay;
  private final Recorder recorder;
  private final LabelConfig labels;
  private final Attachments attachments;
  private final ReleasedAnswers released;

  public ChatEndpoint(
      Upstreams upstreams,
      Review review,
      Recorder recorder,
      LabelConfig labels,
      Attachments attachments,
      ReleasedAnswers released) {
    this.upstreams = upstreams;
    this.whole = new WholeWay(review, recorder);
    this.relay = new ChatRelay(review, recorder, labels);
    this.recorder = recorder;
    this.labels = labels;
    this.attachments = attachments;
    this.released = released;
  }

  @Override
  public Result<Ask> read(ObjectNode body) {
    return ChatRequest.read(body, attachments);
  }

  @Override
  public Optional<Refusal> answer(Exchange exchange) {
    var kept = released.whole(exchange);
    return kept.isPresent()
        ? whole.walkReleased(exchange, released(exchange, kept.get()))
        : upstreams.answer(exchange.ask().model(), upstream -> answer(exchange, upstream));
  }

  private Optional<Refusal> answer(Exchange exchange, Upstream upstream) {
    var ask = exchange.ask();
    return ask.stream()
        ? relay.walk(exchange, () -> upstream.open(UPSTREAM_PATH, streamed(ask.body())))
        : whole.walk(exchange, () -> generate(exchange, upstream));
  }

  /** What was kept is of this gateway's own writing, so that anything else in it is a fault. */
  private Product released(Exchange exchange, byte[] kept) {
    if (Json.read(kept) instanceof ObjectNode body) {
      return new ChatAnswer(exchange, recorder, body, labels);
    }
    throw new IllegalStateException("the answer kept for " + exchange.id() + " is no object");
  }

  private Result<Product> generate(Exchange exchange, Upstream upstream) {
    var answer = upstream.post(UPSTREAM_PATH, forwarded(exchange.ask().body()));
    if (!answer.ok()) {
      return Result.refused(UpstreamErrors.refusal(answer, exchange.id()));
    }
    try {
      if (Json.read(answer.body()) instanceof ObjectNode body && body.path("choices").isArray()) {
        return Result.ok(new ChatAnswer(exchange, recorder, body, labels));
      }
    } catch (JacksonException e) {
      throw new UpstreamException("the upstream's answer is not JSON", e);
    }
    throw new UpstreamException("the upstream's answer has no choices");
  }

  /** The request without what is this gateway's own business. */
  private static ObjectNode forwarded(ObjectNode body) {
    body.remove("moderation");
    return body;
  }

  private static ObjectNode streamed(ObjectNode body) {
    body.put("stream", true);
    if (ChatRequest.wantsUsage(body)) {
      body.putObject("stream_options").put("include_usage", true);
    } else {
      body.remove("stream_options");
    }
    return forwarded(body);
  }
}

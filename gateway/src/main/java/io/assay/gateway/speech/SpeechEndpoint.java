package io.assay.gateway.speech;

import io.assay.gateway.exchange.Ask;
import io.assay.gateway.exchange.Endpoint;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Product;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.ReleasedAnswers;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.exchange.Texts;
import io.assay.gateway.exchange.WholeWay;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.label.MediaLabel;
import io.assay.gateway.upstream.Upstream;
import io.assay.gateway.upstream.UpstreamErrors;
import io.assay.gateway.upstream.UpstreamException;
import io.assay.gateway.upstream.Upstreams;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /v1/audio/speech}. */
public final class SpeechEndpoint implements Endpoint {
  public static final String PATH = "/v1/audio/speech";

  private final Upstreams upstreams;
  private final Recorder recorder;
  private final WholeWay whole;
  private final MediaLabel label;
  private final ReleasedAnswers released;

  public SpeechEndpoint(
      Upstreams upstreams,
      Review review,
      Recorder recorder,
      MediaLabel label,
      ReleasedAnswers released) {
    this.upstreams = upstreams;
    this.recorder = recorder;
    this.whole = new WholeWay(review, recorder);
    this.label = label;
    this.released = released;
  }

  @Override
  public Result<Ask> read(ObjectNode body) {
    return fault(body).<Result<Ask>>map(Result::refused).orElseGet(() -> Result.ok(ask(body)));
  }

  private static Optional<Refusal> fault(ObjectNode body) {
    for (var field : new String[] {"model", "input"}) {
      if (!body.path(field).isString()) {
        return Optional.of(
            Refusal.badRequest(
                "missing_required_parameter", "'" + field + "' is required.", field));
      }
    }
    var format = body.path("response_format").asString("mp3");
    if (SpeechFormat.of(format).isEmpty()) {
      return Optional.of(
          Refusal.badRequest(
              "unsupported_value",
              "response_format '" + format + "' is not served; use wav or mp3.",
              "response_format"));
    }
    if (!body.path("stream_format").asString("audio").equals("audio")) {
      return Optional.of(
          Refusal.badRequest(
              "unsupported_value", "stream_format is served as audio only.", "stream_format"));
    }
    return Optional.empty();
  }

  private static Ask ask(ObjectNode body) {
    return new Ask(PATH, "speech", body.path("model").asString(), false, body, Texts.of(body));
  }

  @Override
  public Optional<Refusal> answer(Exchange exchange) {
    var files = released.find(exchange);
    return files.isPresent()
        ? whole.walkReleased(exchange, product(exchange, files.get().getFirst()))
        : upstreams.answer(
            exchange.ask().model(),
            upstream -> whole.walk(exchange, () -> generate(exchange, upstream)));
  }

  private Result<Product> generate(Exchange exchange, Upstream upstream) {
    var answer = upstream.post("/audio/speech", exchange.ask().body());
    if (!answer.ok()) {
      return Result.refused(UpstreamErrors.refusal(answer, exchange.id()));
    }
    if (answer.contentType().startsWith("application/json")) {
      throw new UpstreamException("the upstream answered speech with JSON");
    }
    return Result.ok(product(exchange, answer.body()));
  }

  private Product product(Exchange exchange, byte[] sound) {
    var format =
        SpeechFormat.of(exchange.ask().body().path("response_format").asString("mp3"))
            .orElseThrow();
    return new SpeechAnswer(exchange, recorder, label, format, sound);
  }
}

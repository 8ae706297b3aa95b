package io.assay.gateway.image;

import io.assay.gateway.content.ContentStore;
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
import io.assay.gateway.label.MediaLabel;
import io.assay.gateway.upstream.MediaFetch;
import io.assay.gateway.upstream.Upstream;
import io.assay.gateway.upstream.UpstreamErrors;
import io.assay.gateway.upstream.UpstreamException;
import io.assay.gateway.upstream.Upstreams;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /v1/images/generations}. */
public final class ImageEndpoint implements Endpoint {
  public static final String PATH = ImageRequest.PATH;

  private final Upstreams upstreams;
  private final MediaFetch fetch;
  private final Recorder recorder;
  private final WholeWay whole;
  private final MediaLabel label;
  private final ContentStore contents;
  private final ReleasedAnswers released;

  public ImageEndpoint(
      Upstreams upstreams,
      MediaFetch fetch,
      Review review,
      Recorder recorder,
      MediaLabel label,
      ContentStore contents,
      ReleasedAnswers released) {
    this.upstreams = upstreams;
    this.fetch = fetch;
    this.recorder = recorder;
    this.whole = new WholeWay(review, recorder);
    this.label = label;
    this.contents = contents;
    this.released = released;
  }

  @Override
  public Result<Ask> read(ObjectNode body) {
    return ImageRequest.read(body);
  }

  @Override
  public Optional<Refusal> answer(Exchange exchange) {
    var files = released.find(exchange);
    return files.isPresent()
        ? whole.walkReleased(exchange, released(exchange, files.get()))
        : upstreams.answer(
            exchange.ask().model(),
            upstream -> whole.walk(exchange, () -> generate(exchange, upstream)));
  }

  private Product released(Exchange exchange, List<byte[]> files) {
    var body = Json.object().put("created", exchange.at().getEpochSecond());
    return new ImageAnswer(exchange, recorder, label, contents, body, files);
  }

  private Result<Product> generate(Exchange exchange, Upstream upstream) {
    var answer = upstream.post("/images/generations", exchange.ask().body());
    if (!answer.ok()) {
      return Result.refused(UpstreamErrors.refusal(answer, exchange.id()));
    }
    try {
      var body = Json.read(answer.body());
      int count = body.path("data").size();
      if (count > ImageRequest.MOST) {
        throw new UpstreamException(
            "the upstream's answer holds " + count + " pictures, over " + ImageRequest.MOST);
      }
      var pictures = new ArrayList<byte[]>();
      for (var item : body.path("data")) {
        pictures.add(picture(item));
      }
      if (pictures.isEmpty()) {
        throw new UpstreamException("the upstream's answer holds no picture");
      }
      return Result.ok(new ImageAnswer(exchange, recorder, label, contents, body, pictures));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UpstreamException("the upstream's answer is not a picture in JSON", e);
    }
  }

  /** The picture itself, even when the upstream gave an address: that would go round the label. */
  private byte[] picture(JsonNode item) {
    return item.path("b64_json").isString()
        ? Base64.getDecoder().decode(item.path("b64_json").asString())
        : fetch.get(item.path("url").asString(""));
  }
}

package io.assay.gateway.publication;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Ask;
import io.assay.gateway.exchange.Endpoint;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.exchange.WholeWay;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.label.MediaLabel;
import io.assay.gateway.publication.PublicationDesk.Search;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /v1/publications}: makes public what was delivered, or new text. Only a verified
 * subject gets here (Art. 9); what is public was reviewed as an input and as an output (Art. 10),
 * bears its labels (Art. 16, 17), and is no unfounded news (Art. 6).
 */
@Duty({"DS-6", "DS-9", "DS-10"})
public final class PublicationEndpoint implements Endpoint {
  public static final String PATH = PublicationRequest.PATH;

  private final PublicationDesk desk;
  private final WholeWay whole;
  private final Recorder recorder;
  private final Snapshots snapshots;
  private final WorkLabel label;
  private final LabelConfig config;

  public PublicationEndpoint(
      PublicationDesk desk,
      Review review,
      Recorder recorder,
      Snapshots snapshots,
      MediaLabel media,
      LabelConfig config) {
    this.desk = desk;
    this.whole = new WholeWay(review, recorder);
    this.recorder = recorder;
    this.snapshots = snapshots;
    this.label = new WorkLabel(config, media);
    this.config = config;
  }

  @Override
  public boolean publishes() {
    return true;
  }

  @Override
  public Result<Ask> read(ObjectNode body) {
    return PublicationRequest.read(body);
  }

  @Override
  public Optional<Refusal> answer(Exchange exchange) {
    return switch (origin(exchange)) {
      case Result.Refused<Optional<Delivered>>(var refusal) -> Optional.of(refusal);
      case Result.Ok<Optional<Delivered>>(var origin) ->
          examined(exchange, PublicationRequest.draft(exchange, origin));
    };
  }

  private Optional<Refusal> examined(Exchange exchange, Draft draft) {
    var ruling = desk.examine(draft);
    return switch (ruling) {
      case Ruling.Refuse(var code, var message) ->
          Optional.of(Refusal.badRequest(code, message, "news"));
      case Ruling.Hold(var code, var message) -> {
        var work = work(exchange, draft);
        yield whole
            .prepare(exchange, work)
            .or(() -> Optional.of(held(desk.enter(work.labelled(), ruling), code, message)));
      }
      case Ruling.Go() -> {
        var work = work(exchange, draft);
        var refused = whole.prepare(exchange, work);
        if (refused.isPresent()) {
          yield refused;
        }
        desk.enter(work.labelled(), ruling);
        yield whole.deliver(exchange, work);
      }
    };
  }

  private Work work(Exchange exchange, Draft draft) {
    return new Work(
        exchange,
        draft,
        recorder,
        label,
        config,
        (work, recorded) -> publish(exchange, work, recorded));
  }

  private void publish(Exchange exchange, Work work, Position recorded) {
    var entry = desk.open(exchange.id());
    var answer = Publications.shown(entry);
    answer.put("content_number", work.labelled().produceId());
    answer.put("receipt", recorded.receipt());
    exchange
        .inbound()
        .send(201, "application/json", exchange.headers(recorded), Json.bytes(answer));
  }

  private static Refusal held(Entry entry, String code, String message) {
    return Refusal.held(code, message).with("publication", entry.id()).with("url", entry.url());
  }

  private Result<Optional<Delivered>> origin(Exchange exchange) {
    var body = exchange.ask().body();
    var number = PublicationRequest.number(body);
    if (number.isEmpty()) {
      return Result.ok(Optional.empty());
    }
    return switch (desk.delivered(number, exchange.caller())) {
      case Search.Found(var content) ->
          contained(content)
              ? Result.refused(Refusal.contained(number))
              : matching(content, body.path("text").asString(""));
      case Search.Unknown() ->
          refused("content_unknown", "Nothing was delivered to you under '" + number + "'.");
      case Search.NotOne(var why) -> refused("content_not_publishable", why);
      case Search.NotYet() ->
          Result.refused(
              Refusal.unavailable(
                      "content_not_indexed", "The register has not read that far; ask again.")
                  .header("retry-after", "1"));
    };
  }

  /** Whether it may not become public again; so it is when nobody can tell. */
  private boolean contained(Delivered content) {
    return snapshots
        .current()
        .map(now -> now.contains(content.produceId()) || now.contains(content.exchange()))
        .orElse(true);
  }

  /** Text goes by what was delivered only where it is a part of that, word for word. */
  private Result<Optional<Delivered>> matching(Delivered content, String text) {
    if (!content.media().equals("text")) {
      return text.isEmpty()
          ? Result.ok(Optional.of(content))
          : refused("content_not_text", "'content' is no text; leave 'text' out.");
    }
    if (text.isEmpty()) {
      return refused("content_needs_text", "'content' is a text; give it, or a part of it.");
    }
    var words = text.replace(config.texts().sentence(), "").strip();
    var delivered = new String(content.bytes(), StandardCharsets.UTF_8);
    return delivered.contains(words)
        ? Result.ok(Optional.of(content))
        : refused(
            "content_differs",
            "'text' is not in what was delivered; leave 'content' out to publish it as new text.");
  }

  private static Result<Optional<Delivered>> refused(String code, String message) {
    return Result.refused(Refusal.badRequest(code, message, "content"));
  }
}

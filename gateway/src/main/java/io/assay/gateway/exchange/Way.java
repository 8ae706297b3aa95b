package io.assay.gateway.exchange;

import io.assay.gateway.access.Snapshots;
import io.assay.gateway.http.Inbound;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.upstream.UpstreamException;
import io.assay.mark.MarkException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way of every exchange: who calls, may they, what do they ask, is it clean, is that recorded;
 * then the endpoint's own steps. A step that fails closes the exchange. Thread-safe.
 */
public final class Way {
  private static final Logger LOG = LoggerFactory.getLogger(Way.class);

  private final Step caller;
  private final StandingCheck standing;
  private final Step limits;
  private final Step reminders;
  private final Review review;
  private final Recorder recorder;
  private final long requestLimit;
  private final InstantSource clock;

  public Way(
      Snapshots snapshots,
      Review review,
      Recorder recorder,
      long requestLimit,
      InstantSource clock) {
    this.caller = new Caller(snapshots);
    this.standing = new StandingCheck(snapshots);
    this.limits = new LimitCheck(snapshots);
    this.reminders = new ReminderCheck(snapshots);
    this.review = review;
    this.recorder = recorder;
    this.requestLimit = requestLimit;
    this.clock = clock;
  }

  /** Walks one exchange to its end: a delivery or a refusal, and the record of it. */
  public void walk(Inbound inbound, Endpoint endpoint) {
    var exchange = new Exchange(inbound, clock.instant());
    try {
      first(
              exchange,
              caller,
              x -> standing.take(x, endpoint.publishes()),
              x -> read(x, endpoint),
              limits,
              reminders,
              recorder::received,
              review,
              endpoint::answer)
          .ifPresent(refusal -> refuse(exchange, refusal));
    } catch (Inbound.Gone e) {
      abandon(exchange);
    } catch (UpstreamException e) {
      LOG.warn("exchange {}: {}", exchange.id(), e.getMessage(), e);
      fail(exchange, "upstream_failed", "The model service failed.");
    } catch (MarkException e) {
      LOG.error("exchange {}: {}", exchange.id(), e.getMessage(), e);
      fail(exchange, "label_failed", "The output could not be labelled and was not delivered.");
    } catch (RuntimeException | LinkageError e) {
      LOG.error("exchange {} failed", exchange.id(), e);
      fail(exchange, "internal_error", "The service failed. The output was not delivered.");
    }
  }

  /** Something that a caller may ask without generating anything. */
  @FunctionalInterface
  public interface Question {
    Optional<Refusal> answer(Exchange exchange);
  }

  /** Walks a question that generates nothing: only who calls is asked, and nothing is recorded. */
  public void ask(Inbound inbound, Question answer) {
    var exchange = new Exchange(inbound, clock.instant());
    first(exchange, caller, answer::answer).ifPresent(refusal -> refusal.send(inbound));
  }

  private static Optional<Refusal> first(Exchange exchange, Step... steps) {
    for (var step : List.of(steps)) {
      var refusal = step.take(exchange);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> read(Exchange exchange, Endpoint endpoint) {
    try {
      if (!(Json.read(exchange.inbound().body(requestLimit)) instanceof ObjectNode body)) {
        return Optional.of(Refusal.badRequest("invalid_json", "Send a JSON object.", "body"));
      }
      return switch (endpoint.read(body)) {
        case Result.Ok<Ask>(var ask) -> {
          exchange.asks(ask);
          yield Optional.empty();
        }
        case Result.Refused<Ask>(var refusal) -> Optional.of(refusal);
      };
    } catch (JacksonException e) {
      return Optional.of(
          Refusal.badRequest("invalid_json", "Not JSON: " + e.getOriginalMessage(), "body"));
    } catch (Inbound.TooLarge e) {
      return Optional.of(
          Refusal.badRequest(
              "request_too_large", "The body is over " + requestLimit + " bytes.", "body"));
    }
  }

  private void refuse(Exchange exchange, Refusal refusal) {
    try {
      recorder.refused(exchange, refusal);
    } catch (RuntimeException e) {
      LOG.error("exchange {}: the refusal was not recorded", exchange.id(), e);
      unrecorded().send(exchange.inbound());
      return;
    }
    refusal.send(exchange.inbound());
  }

  private void fail(Exchange exchange, String code, String message) {
    if (exchange.inbound().started()) {
      record(exchange, Refusal.unavailable(code, message));
    } else {
      refuse(exchange, Refusal.unavailable(code, message));
    }
  }

  private void abandon(Exchange exchange) {
    try {
      recorder.abandoned(exchange);
    } catch (RuntimeException e) {
      LOG.error("exchange {}: its end was not recorded", exchange.id(), e);
    }
  }

  private void record(Exchange exchange, Refusal refusal) {
    try {
      recorder.refused(exchange, refusal);
    } catch (RuntimeException e) {
      LOG.error("exchange {}: its failure was not recorded", exchange.id(), e);
    }
  }

  private static Refusal unrecorded() {
    return Refusal.unavailable("record_failed", "The service cannot record and so is closed.");
  }
}

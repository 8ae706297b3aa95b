package io.assay.gateway.chat;

import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.http.Inbound;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.gateway.upstream.DeltaStream;
import io.assay.gateway.upstream.Upstream.Opened;
import io.assay.gateway.upstream.UpstreamErrors;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** The rest of the way for a chat answer that is delivered while it is generated. Thread-safe. */
final class ChatRelay {
  static final String EVENT_STREAM = "text/event-stream; charset=utf-8";

  private final Review review;
  private final Recorder recorder;
  private final LabelConfig labels;

  ChatRelay(Review review, Recorder recorder, LabelConfig labels) {
    this.review = review;
    this.recorder = recorder;
    this.labels = labels;
  }

  Optional<Refusal> walk(Exchange exchange, Supplier<Opened> upstream) {
    var step = exchange.trail().begin(Name.UPSTREAM);
    return switch (upstream.get()) {
      case Opened.Whole(var answer) -> {
        var refusal =
            answer.ok()
                ? Refusal.unavailable("upstream_failed", "The model service did not stream.")
                : UpstreamErrors.refusal(answer, exchange.id());
        step.end(Decision.FAIL, refusal.code());
        yield Optional.of(refusal);
      }
      case Opened.Streaming(var deltas) -> {
        try (deltas) {
          relay(exchange, deltas, step::end);
        }
        yield Optional.empty();
      }
    };
  }

  /** Ends the upstream's step. */
  @FunctionalInterface
  interface UpstreamEnd {
    void end(Decision decision, String reason);
  }

  /** Once the reply has begun, a failure is told in the stream, never by cutting it. */
  private void relay(Exchange exchange, DeltaStream deltas, UpstreamEnd upstreamEnd) {
    var out = exchange.inbound().stream(EVENT_STREAM, exchange.headers());
    var answer = new ChatStream(exchange, review.stream(exchange), recorder, labels);
    try {
      boolean more = true;
      while (more) {
        var batch = deltas.next();
        more = !batch.isEmpty() && answer.take(batch);
        write(out, answer.drain());
      }
      upstreamEnd.end(Decision.DONE, answer.cutOff() ? "cut off" : "answered");
      answer.close();
      write(out, answer.drain());
    } catch (Inbound.Gone e) {
      throw e;
    } catch (RuntimeException e) {
      write(out, error(exchange));
      throw e;
    }
  }

  private static byte[] error(Exchange exchange) {
    var body =
        Refusal.unavailable("stream_failed", "The answer broke off. Case " + exchange.id() + ".")
            .body();
    return ("event: error\ndata: " + Json.text(body) + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      if (bytes.length > 0) {
        out.write(bytes, 0, bytes.length);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

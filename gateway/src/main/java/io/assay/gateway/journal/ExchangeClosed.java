package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last entry of an exchange: its whole way. Durable before the last byte leaves.
 *
 * @param code the stable error code the caller got; empty when delivered
 * @param exit the registered exit through which content left; empty when none did
 * @param pool version of the pool that decided
 * @param produceId the content number that the labels carry; empty when nothing was labelled
 * @param outputs what is kept of the answer, part by part
 * @param held the fields of the attachments that were stopped, on which a person decides
 * @param answer the commitment to an answer that was stopped, kept as it came; empty where none is
 * @param released the review that released what left; empty when it came from an upstream
 */
public record ExchangeClosed(
    String exchange,
    Origin origin,
    boolean stream,
    Outcome outcome,
    String code,
    String exit,
    String pool,
    String produceId,
    List<StepRecord> steps,
    List<LabelRecord> labels,
    List<ContentRecord> contents,
    List<OutputRecord> outputs,
    Reviewed reviewed,
    List<String> held,
    String answer,
    String released) {
  public static final String TYPE = "exchange.closed";

  public ExchangeClosed {
    requireNonNull(exchange, "exchange");
    requireNonNull(origin, "origin");
    requireNonNull(outcome, "outcome");
    requireNonNull(code, "code");
    requireNonNull(exit, "exit");
    requireNonNull(pool, "pool");
    requireNonNull(produceId, "produceId");
    steps = List.copyOf(steps);
    labels = List.copyOf(labels);
    contents = List.copyOf(contents);
    outputs = List.copyOf(outputs);
    requireNonNull(reviewed, "reviewed");
    held = List.copyOf(held);
    requireNonNull(answer, "answer");
    requireNonNull(released, "released");
  }

  public Map<String, Object> body() {
    var body = new TreeMap<String, Object>(origin.body());
    body.put("exchange", exchange);
    body.put("stream", stream);
    body.put("outcome", outcome.name());
    body.put("code", code);
    body.put("exit", exit);
    body.put("pool", pool);
    body.put("produce_id", produceId);
    body.put("steps", steps.stream().map(StepRecord::body).toList());
    body.put("labels", labels.stream().map(LabelRecord::body).toList());
    body.put("contents", contents.stream().map(ContentRecord::body).toList());
    body.put(
        "output",
        outputs.stream().findFirst().map(OutputRecord::measure).orElse(Measure.NOTHING).body());
    if (outputs.size() > 1) {
      body.put("outputs", outputs.stream().map(OutputRecord::body).toList());
    }
    body.put("reviewed", reviewed.body());
    if (!held.isEmpty()) {
      body.put("held", held.getFirst());
    }
    if (held.size() > 1) {
      body.put("also_held", held.subList(1, held.size()));
    }
    if (!answer.isEmpty()) {
      body.put("answer", answer);
    }
    if (!released.isEmpty()) {
      body.put("released", released);
    }
    return body;
  }
}

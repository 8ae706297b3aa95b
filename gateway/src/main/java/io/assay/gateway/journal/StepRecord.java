package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One step of an exchange's way, as it is recorded.
 *
 * @param name which step
 * @param decision what it decided
 * @param reason why, in stable English words; never content
 * @param atMicros start, in microseconds since the exchange began
 * @param tookMicros how long it took, in microseconds
 * @param findings what review found here
 */
public record StepRecord(
    Name name,
    Decision decision,
    String reason,
    long atMicros,
    long tookMicros,
    List<FindingRecord> findings) {

  /** The steps of the way, in order. */
  public enum Name {
    CALLER("caller"),
    STANDING("standing"),
    INPUT_REVIEW("input-review"),
    UPSTREAM("upstream"),
    OUTPUT_REVIEW("output-review"),
    MARK("mark"),
    READ_BACK("read-back"),
    RECORD("record"),
    DELIVER("deliver");

    private final String text;

    Name(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** What a step can decide. */
  public enum Decision {
    PASS,
    HOLD,
    BLOCK,
    REFUSE,
    DONE,
    FAIL,
    SKIP
  }

  public StepRecord {
    requireNonNull(name, "name");
    requireNonNull(decision, "decision");
    requireNonNull(reason, "reason");
    findings = List.copyOf(findings);
  }

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>();
    body.put("name", name.text());
    body.put("decision", decision.name());
    body.put("reason", reason);
    body.put("at_micros", atMicros);
    body.put("took_micros", tookMicros);
    body.put("findings", findings.stream().map(FindingRecord::body).toList());
    return body;
  }
}

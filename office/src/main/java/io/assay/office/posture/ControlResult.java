package io.assay.office.posture;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one control came to at one moment.
 *
 * @param num what is bad, out of {@code den}
 * @param soon what will be bad soon
 * @param newest the time of the newest row that was counted
 * @param previous index of the control's former entry in the ledger; -1 for none
 * @param ledgerIndex where the ledger says the same
 * @param tampered whether it was found not to say what the ledger says
 */
public record ControlResult(
    String control,
    Instant asOf,
    Instant windowFrom,
    long num,
    long den,
    long soon,
    @Nullable Instant newest,
    Status status,
    String querySha256,
    long previous,
    String ledgerShard,
    long ledgerIndex,
    boolean tampered) {

  /** The same with another number of what is bad. */
  ControlResult counting(long bad) {
    return new ControlResult(
        control,
        asOf,
        windowFrom,
        bad,
        den,
        soon,
        newest,
        status,
        querySha256,
        previous,
        ledgerShard,
        ledgerIndex,
        tampered);
  }

  /** What its ledger entry holds. */
  Map<String, Object> body() {
    Map<String, Object> body = new TreeMap<>();
    body.put("control", control);
    body.put("as_of", asOf.toString());
    body.put("window_from", windowFrom.toString());
    body.put("num", num);
    body.put("den", den);
    body.put("soon", soon);
    body.put("newest", newest == null ? "" : newest.toString());
    body.put("status", status.name());
    body.put("query_sha256", querySha256);
    body.put("previous", previous);
    return body;
  }
}

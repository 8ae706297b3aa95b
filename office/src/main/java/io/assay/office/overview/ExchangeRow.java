package io.assay.office.overview;

import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as a line of a list.
 *
 * @param at when it was received, in the office's time zone
 * @param outcome how it ended; absent while it is under way
 * @param labels how many labels were found in the delivered file
 * @param gap whether content was delivered in which no label was found
 */
public record ExchangeRow(
    String id,
    ZonedDateTime at,
    @Nullable Outcome outcome,
    Origin origin,
    long tookMicros,
    int labels,
    boolean gap) {

  public Look look() {
    return outcome == null ? Look.OPEN : Look.of(outcome);
  }

  /** The end of the message key that names the outcome. */
  public String state() {
    return outcome == null ? "OPEN" : outcome.name();
  }

  public boolean delivered() {
    return outcome == Outcome.DELIVERED;
  }

  public String took() {
    return outcome == null ? "" : Took.text(tookMicros);
  }
}

package io.assay.office.exchange;

import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * One exchange as a line of a list.
 *
 * @param outcome how it ended; empty while it is under way
 * @param tookMicros the end of its last step, in microseconds since it began
 * @param labels how many labels were found again in what was delivered
 */
public record ExchangeSummary(
    String id,
    Instant receivedAt,
    Optional<Instant> closedAt,
    Optional<Outcome> outcome,
    Origin origin,
    long tookMicros,
    int labels) {

  /** Whether content was delivered in which no label was found (Art. 16, 17). */
  public boolean gap() {
    return outcome.filter(Outcome.DELIVERED::equals).isPresent() && labels == 0;
  }
}

package io.assay.office.posture;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerException;
import io.assay.ledger.Receipt;
import io.assay.ledger.note.Checkpoint;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes results to the ledger, and holds stored ones against it. */
@Component
class ResultLog {
  static final String TYPE = "posture.result";

  private final Ledger ledger;
  private final Clock clock;

  ResultLog(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The result with its place in the ledger, where it is durable. */
  ControlResult write(ControlResult it) {
    Appended appended = ledger.append(Entry.of(TYPE, clock.instant(), it.body()));
    appended.await(Acknowledgement.DURABLE);
    return new ControlResult(
        it.control(),
        it.asOf(),
        it.windowFrom(),
        it.num(),
        it.den(),
        it.soon(),
        it.newest(),
        it.status(),
        it.querySha256(),
        it.previous(),
        appended.shard(),
        appended.index(),
        false);
  }

  /**
   * What is wrong with a stored result: its entry, proved to be in the log, says otherwise. Empty
   * when it says the same, or no checkpoint covers it yet, or another shard holds it.
   */
  Optional<String> wrong(ControlResult stored) {
    if (!covers(stored)) {
      return Optional.empty();
    }
    try {
      Optional<Receipt> receipt = ledger.receipt(stored.ledgerIndex());
      if (receipt.isEmpty()) {
        return Optional.of("no receipt for entry " + stored.ledgerIndex());
      }
      Entry entry = receipt.get().verify(ledger.keys());
      return entry.type().equals(TYPE) && entry.body().equals(stored.body())
          ? Optional.empty()
          : Optional.of("entry " + stored.ledgerIndex() + " says " + entry.body());
    } catch (LedgerException broken) {
      return Optional.of(String.valueOf(broken.getMessage()));
    }
  }

  /** Whether the published ledger can tell of a result. */
  boolean covers(ControlResult stored) {
    return stored.ledgerShard().equals(ledger.shard()) && stored.ledgerIndex() < published();
  }

  private long published() {
    return ledger.checkpoint().map(Checkpoint::size).orElse(0L);
  }
}

package io.assay.app.serve;

import io.assay.ledger.Ledger;
import io.assay.ledger.Replica;
import java.util.Optional;

/** A ledger open for writing, with the replica that it feeds; closing stops both. */
public record OpenedLedger(Ledger ledger, Optional<Replica> replica) implements AutoCloseable {

  @Override
  public void close() {
    try {
      ledger.close();
    } finally {
      replica.ifPresent(Replica::close);
    }
  }
}

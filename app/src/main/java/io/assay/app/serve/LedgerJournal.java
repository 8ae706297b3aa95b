package io.assay.app.serve;

import io.assay.gateway.journal.Journal;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.office.journal.Act;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Writes the gateway's and the office's events to the ledger. Thread-safe. */
final class LedgerJournal implements Journal, io.assay.office.journal.Journal {
  private final Ledger ledger;
  private final InstantSource clock;

  LedgerJournal(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Pending record(String type, Map<String, ?> body) {
    var appended = ledger.append(Entry.of(type, clock.instant(), body));
    return () -> {
      appended.await(Acknowledgement.DURABLE);
      return new Position(appended.shard(), appended.index());
    };
  }

  @Override
  public void write(Act act) {
    var body = new TreeMap<String, Object>(act.facts());
    body.put("actor", act.actor());
    record(act.type(), body).durable();
  }
}

package io.assay.app.serve;

import io.assay.gateway.journal.Journal;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerException;
import io.assay.ledger.vault.Address;
import io.assay.ledger.vault.Vault;
import io.assay.office.content.Contents;
import io.assay.office.journal.Act;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Writes events to the ledger, and payloads to the vault beside it. Thread-safe. */
final class LedgerJournal implements Journal, io.assay.office.journal.Journal {
  /** How long a replica or witnesses may take; policy. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final Vault vault;
  private final InstantSource clock;
  private final LedgerSettings.Waiting waitsFor;

  LedgerJournal(Ledger ledger, Vault vault, InstantSource clock, LedgerSettings.Waiting waitsFor) {
    this.ledger = ledger;
    this.vault = vault;
    this.clock = clock;
    this.waitsFor = waitsFor;
  }

  @Override
  public Pending record(String type, Map<String, ?> body) {
    var appended = ledger.append(Entry.of(type, clock.instant(), body));
    return () -> {
      await(appended, waitsFor.exchanges());
      return new Position(appended.shard(), appended.index());
    };
  }

  @Override
  public Kept keep(String subject, String exchange, String field, byte[] payload) {
    var address = new Address(ledger.shard(), subject, exchange, field, Contents.EVENT_CLASS);
    var sealed = vault.seal(address, payload);
    return new Kept() {
      @Override
      public String commitment() {
        return sealed.commitment().toString();
      }

      @Override
      public void durable() {
        sealed.await();
      }
    };
  }

  @Override
  public void write(Act act) {
    var body = new TreeMap<String, Object>(act.facts());
    body.put("actor", act.actor());
    await(ledger.append(Entry.of(act.type(), clock.instant(), body)), waitsFor.acts());
  }

  private void await(Appended entry, Acknowledgement level) {
    if (level == Acknowledgement.DURABLE) {
      entry.await(level);
    } else if (!entry.await(level, PATIENCE)) {
      throw new LedgerException(
          LedgerException.Reason.UNAVAILABLE,
          "entry %d is not %s after %s; %s"
              .formatted(
                  entry.index(),
                  level,
                  PATIENCE,
                  ledger.trouble().map(LedgerException::getMessage).orElse("try again later")));
    }
  }
}

package io.assay.bench.gateway;

import io.assay.gateway.journal.Journal;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.vault.Address;
import io.assay.ledger.vault.Vault;
import java.time.InstantSource;
import java.util.Map;

/** The journal as the program has it: entries in the ledger, payloads in the vault. */
record DiskJournal(Ledger ledger, Vault vault) implements Journal {
  static final String CLASS = "exchange";

  @Override
  public Pending record(String type, Map<String, ?> body) {
    var appended = ledger.append(Entry.of(type, InstantSource.system().instant(), body));
    return () -> {
      appended.await(Acknowledgement.DURABLE);
      return new Position(appended.shard(), appended.index());
    };
  }

  @Override
  public Kept keep(String subject, String exchange, String field, byte[] payload) {
    var address = new Address(ledger.shard(), subject, exchange, field, CLASS);
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
}

package io.assay.app.serve;

import io.assay.ledger.Ledger;
import io.assay.ledger.vault.Vault;

/** What records while the program runs: the ledger and the vault of a folder of data. */
final class Recording implements AutoCloseable {

  private final OpenedLedger opened;
  private final Vault vault;
  private final LedgerJournal journal;

  private Recording(OpenedLedger opened, RecordFolder folder) {
    this.opened = opened;
    this.vault = folder.openVault();
    this.journal =
        new LedgerJournal(opened.ledger(), vault, folder.clock(), folder.settings().waitsFor());
  }

  static Recording open(RecordFolder folder) {
    var opened = folder.openLedger();
    try {
      return new Recording(opened, folder);
    } catch (RuntimeException failed) {
      opened.close();
      throw failed;
    }
  }

  Ledger ledger() {
    return opened.ledger();
  }

  Vault vault() {
    return vault;
  }

  LedgerJournal journal() {
    return journal;
  }

  @Override
  public void close() {
    try {
      vault.close();
    } finally {
      opened.close();
    }
  }
}

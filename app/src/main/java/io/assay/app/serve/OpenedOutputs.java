package io.assay.app.serve;

import io.assay.gateway.journal.KeptOutputs;
import io.assay.ledger.vault.Address;
import io.assay.ledger.vault.Commitment;
import io.assay.ledger.vault.Opened;
import io.assay.ledger.vault.Purpose;
import io.assay.ledger.vault.Vault;
import io.assay.office.content.Contents;
import java.util.Optional;

/** Opens outputs from the vault, each at its own address and by its commitment. Thread-safe. */
record OpenedOutputs(Vault vault) implements KeptOutputs {
  @Override
  public Optional<byte[]> open(
      String shard, String subject, String exchange, String field, String commitment) {
    var address = new Address(shard, subject, exchange, field, Contents.EVENT_CLASS);
    return vault.open(address, Commitment.parse(commitment), Purpose.SERVICE).map(Opened::payload);
  }
}

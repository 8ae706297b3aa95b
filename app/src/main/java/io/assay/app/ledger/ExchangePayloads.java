package io.assay.app.ledger;

import io.assay.ledger.LogReader.Placed;
import io.assay.ledger.evidence.Payloads;
import io.assay.ledger.vault.Address;
import io.assay.ledger.vault.Commitment;
import io.assay.ledger.vault.Opened;
import io.assay.ledger.vault.Purpose;
import io.assay.ledger.vault.Vault;
import io.assay.office.content.Contents;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens what exchanges left in the vault. A payload that was erased stays withheld.
 *
 * @param shard the name of the shard whose entries are opened
 */
public record ExchangePayloads(Vault vault, String shard) implements Payloads {

  @Override
  public Map<String, Opened> of(Placed placed) {
    var opened = new HashMap<String, Opened>();
    var body = placed.entry().body();
    if (body.get("subject") instanceof String subject
        && body.get("exchange") instanceof String exchange
        && !subject.isEmpty()) {
      body.forEach(
          (field, value) -> {
            if (value instanceof Map<?, ?> measure
                && measure.get("commitment") instanceof String commitment
                && !commitment.isEmpty()) {
              var address = new Address(shard, subject, exchange, field, Contents.EVENT_CLASS);
              vault
                  .open(address, Commitment.parse(commitment), Purpose.LAW)
                  .ifPresent(payload -> opened.put(field, payload));
            }
          });
    }
    return opened;
  }
}

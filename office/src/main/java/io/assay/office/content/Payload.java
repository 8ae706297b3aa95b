package io.assay.office.content;

import io.assay.gateway.journal.Measure;
import io.assay.ledger.vault.Address;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeDetail.Attachment;
import java.util.Optional;

/**
 * What an exchange keeps of one of its parts.
 *
 * @param field under which the gateway keeps it in the vault
 */
record Payload(ExchangeDetail exchange, String field, Measure measure) {

  /** Empty when nothing was kept there. */
  static Optional<Payload> of(ExchangeDetail exchange, Part part) {
    Optional<Payload> payload =
        switch (part) {
          case INPUT -> Optional.of(new Payload(exchange, "input", exchange.input()));
          case OUTPUT -> Optional.of(new Payload(exchange, "output", exchange.output()));
          case ATTACHMENT -> exchange.held().map(it -> of(exchange, it));
        };
    return payload.filter(it -> !it.measure.commitment().isEmpty());
  }

  private static Payload of(ExchangeDetail exchange, Attachment held) {
    return new Payload(exchange, held.field(), held.measure());
  }

  Address address() {
    return new Address(
        exchange.entries().getFirst().shard(),
        exchange.summary().origin().subject(),
        exchange.summary().id(),
        field,
        Contents.EVENT_CLASS);
  }
}

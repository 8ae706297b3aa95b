package io.assay.office.content;

import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.OutputRecord;
import io.assay.ledger.vault.Address;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeDetail.File;
import java.util.List;
import java.util.Optional;

/**
 * What an exchange keeps of one of its parts.
 *
 * @param field under which the gateway keeps it in the vault
 */
record Payload(ExchangeDetail exchange, String field, Measure measure) {

  /** Empty when nothing was kept there; without a field it is the part's first. */
  static Optional<Payload> of(ExchangeDetail exchange, Part part, String field) {
    Optional<Payload> payload =
        switch (part) {
          case INPUT -> Optional.of(new Payload(exchange, "input", exchange.input()));
          case OUTPUT ->
              field.isEmpty()
                  ? Optional.of(new Payload(exchange, OutputRecord.FIELD, exchange.output()))
                  : of(exchange, exchange.files().answer(), field);
          case ATTACHMENT ->
              field.isEmpty()
                  ? exchange.files().waiting().stream().findFirst().map(it -> of(exchange, it))
                  : of(exchange, exchange.files().request(), field);
        };
    return payload.filter(it -> !it.measure.commitment().isEmpty());
  }

  private static Optional<Payload> of(ExchangeDetail exchange, List<File> files, String field) {
    return files.stream()
        .filter(file -> file.field().equals(field))
        .findFirst()
        .map(file -> of(exchange, file));
  }

  private static Payload of(ExchangeDetail exchange, File file) {
    return new Payload(exchange, file.field(), file.measure());
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

package io.assay.office.publication;

import io.assay.gateway.access.ApiKey;
import io.assay.gateway.journal.KeptOutputs;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.publication.Delivered;
import io.assay.gateway.publication.PublicationDesk.Search;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeDetail.LedgerEntry;
import io.assay.office.exchange.ExchangeIndex;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what was delivered before, so that it can be published as it left. */
@Component
class Origins {
  private static final Duration INDEXING = Duration.ofSeconds(15);

  private final ExchangeIndex exchanges;
  private final IssuedStore issued;
  private final ObjectProvider<KeptOutputs> outputs;
  private final Clock clock;

  Origins(
      ExchangeIndex exchanges,
      IssuedStore issued,
      ObjectProvider<KeptOutputs> outputs,
      Clock clock) {
    this.exchanges = exchanges;
    this.issued = issued;
    this.outputs = outputs;
    this.clock = clock;
  }

  Search find(String number, ApiKey author) {
    Optional<ExchangeDetail> found =
        exchanges
            .find(number)
            .or(() -> exchanges.issuing(number).flatMap(exchanges::find))
            .filter(it -> it.summary().origin().tenant().equals(author.tenant()));
    if (found.isEmpty() || found.get().summary().outcome().isEmpty()) {
      return recent(number) ? new Search.NotYet() : new Search.Unknown();
    }
    return delivered(found.get());
  }

  private Search delivered(ExchangeDetail exchange) {
    if (exchange.summary().outcome().filter(Outcome.DELIVERED::equals).isEmpty()) {
      return new Search.Unknown();
    }
    List<IssuedStore.Issued> contents = issued.of(exchange.summary().id());
    boolean text = exchange.output().media().equals("text");
    if (!text && contents.size() != 1) {
      return new Search.NotOne(
          "That exchange delivered "
              + contents.size()
              + " files; publish what was delivered one at a time.");
    }
    String aigc = text ? "" : contents.getFirst().aigc();
    return open(exchange)
        .<Search>map(bytes -> new Search.Found(content(exchange, bytes, aigc)))
        .orElseGet(() -> new Search.NotOne("That output is no longer kept."));
  }

  private static Delivered content(ExchangeDetail exchange, byte[] bytes, String aigc) {
    return new Delivered(
        exchange.summary().id(),
        exchange.produceId(),
        exchange.output().media(),
        bytes,
        aigc,
        exchange.labels());
  }

  private Optional<byte[]> open(ExchangeDetail exchange) {
    String shard = exchange.entries().stream().map(LedgerEntry::shard).findFirst().orElse("");
    return outputs.stream()
        .findFirst()
        .flatMap(
            it ->
                it.open(
                    shard,
                    exchange.summary().origin().subject(),
                    exchange.summary().id(),
                    exchange.output().commitment()));
  }

  /** Whether a number was given out so lately that the index may not hold it yet. */
  private boolean recent(String number) {
    try {
      long millis = UUID.fromString(number).getMostSignificantBits() >>> 16;
      return clock.millis() - millis < INDEXING.toMillis();
    } catch (IllegalArgumentException noExchange) {
      return false;
    }
  }
}

package io.assay.gateway.receipt;

import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.Receipt;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code GET /v1/receipts/{shard}/{index}}: the proof that an entry of the caller's own tenant
 * stands in the ledger, which verifies offline without this service. Thread-safe.
 */
public final class Receipts {
  public static final String PATH = Position.RECEIPTS;
  private static final Pattern PLACE =
      Pattern.compile("([A-Za-z0-9._-]{1,80})/(0|[1-9][0-9]{0,17})");

  private final Ledger ledger;

  public Receipts(Ledger ledger) {
    this.ledger = ledger;
  }

  public Optional<Refusal> answer(Exchange exchange) {
    var path = exchange.inbound().path();
    var place = PLACE.matcher(path.substring(PATH.length()));
    if (!place.matches() || !place.group(1).equals(ledger.shard())) {
      return Optional.of(Refusal.notFound(path));
    }
    long index = Long.parseLong(place.group(2));
    var receipt = ledger.receipt(index);
    if (receipt.isEmpty()) {
      return Optional.of(index < ledger.size() ? notYet() : Refusal.notFound(path));
    }
    if (!isOf(exchange.caller().tenant(), receipt.get())) {
      return Optional.of(Refusal.notFound(path));
    }
    exchange
        .inbound()
        .send(
            200,
            "text/plain; charset=utf-8",
            Map.of("Cache-Control", "private"),
            receipt.get().bytes());
    return Optional.empty();
  }

  private static boolean isOf(String tenant, Receipt receipt) {
    return tenant.equals(Entry.parse(receipt.entry()).body().get("tenant"));
  }

  private static Refusal notYet() {
    return Refusal.unavailable(
            "receipt_not_published", "No checkpoint covers this entry yet; ask again in a second.")
        .header("retry-after", "1");
  }
}

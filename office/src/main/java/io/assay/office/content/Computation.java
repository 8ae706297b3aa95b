package io.assay.office.content;

import io.assay.gateway.Duty;
import io.assay.ledger.vault.Commitment;
import io.assay.ledger.vault.Purpose;
import io.assay.ledger.vault.Vault;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Opens content for a computation that shows none of it to anybody: a replay, a picture's hash. One
 * entry of the ledger tells of each run before a byte is read. Thread-safe.
 */
@Duty("DS-10")
@Component
public class Computation {
  private final ExchangeIndex exchanges;
  private final Vault vault;
  private final Journal journal;

  Computation(ExchangeIndex exchanges, Vault vault, Journal journal) {
    this.exchanges = exchanges;
    this.vault = vault;
    this.journal = journal;
  }

  /**
   * One file or text of an exchange.
   *
   * @param field which file of the part; empty for its only or first one
   */
  public record Wanted(String exchange, Part part, String field) {}

  /**
   * Opens what is still kept, in the order asked for; what was erased or never kept is empty.
   *
   * @param purpose a word that says what is computed
   */
  public List<Optional<Content>> open(List<Wanted> wanted, String purpose, String actor) {
    return stream(wanted, purpose, actor).toList();
  }

  /** The same, each opened when its turn comes, so that one at a time is in memory. */
  public Stream<Optional<Content>> stream(List<Wanted> wanted, String purpose, String actor) {
    journal.write(
        Act.of("content.computed", actor, Map.of("purpose", purpose, "items", wanted.size())));
    return wanted.stream().map(this::open);
  }

  private Optional<Content> open(Wanted wanted) {
    return exchanges
        .find(wanted.exchange())
        .flatMap(exchange -> Payload.of(exchange, wanted.part(), wanted.field()))
        .flatMap(this::open);
  }

  private Optional<Content> open(Payload kept) {
    return vault
        .open(kept.address(), Commitment.parse(kept.measure().commitment()), Purpose.SERVICE)
        .map(opened -> new Content(kept.measure().media(), opened.payload()));
  }
}

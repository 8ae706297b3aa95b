package io.assay.office.content;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.ledger.vault.Commitment;
import io.assay.ledger.vault.Vault;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens content of exchanges for staff. Nothing else in the office opens the vault. Every view is
 * in the ledger before a byte is read, so the ledger may tell of a view that then failed and never
 * misses one that did not. Thread-safe.
 */
@Duty("DS-10")
@Component
public class Contents {
  /** The class of event to which prompts and outputs belong; it decides how long they are kept. */
  public static final String EVENT_CLASS = "exchange";

  private final ExchangeIndex exchanges;
  private final Vault vault;
  private final Map<String, ContentPurpose> purposes;
  private final Journal journal;

  Contents(ExchangeIndex exchanges, Vault vault, List<ContentPurpose> purposes, Journal journal) {
    this.exchanges = exchanges;
    this.vault = vault;
    this.purposes =
        purposes.stream().collect(Collectors.toMap(ContentPurpose::kind, Function.identity()));
    this.journal = journal;
  }

  /**
   * The content.
   *
   * @throws ActionRefusedException {@code content.no-right} without {@link Right#CONTENT_READ},
   *     {@code content.not-held} when the reader does not hold the purpose or the exchange is no
   *     part of it, {@code content.unknown} when nothing was kept there, {@code content.erased}
   *     when it has been erased since
   * @throws IllegalArgumentException for a purpose that no feature has
   */
  public Content open(View view, SignedIn reader) {
    ContentPurpose purpose = purpose(view.purpose());
    refuseUnless(reader.may(Right.CONTENT_READ), "content.no-right");
    refuseUnless(purpose.holds(reader, view.about(), view.exchange()), "content.not-held");
    ExchangeDetail exchange =
        exchanges
            .find(view.exchange())
            .orElseThrow(() -> new ActionRefusedException("content.unknown"));
    Payload kept =
        Payload.of(exchange, view.part(), view.field())
            .orElseThrow(() -> new ActionRefusedException("content.unknown"));
    record(view, kept, reader);
    return vault
        .open(kept.address(), Commitment.parse(kept.measure().commitment()), purpose.openedFor())
        .map(opened -> new Content(kept.measure().media(), opened.payload()))
        .orElseThrow(() -> new ActionRefusedException("content.erased"));
  }

  /**
   * A ground on which somebody may see the content of an exchange.
   *
   * @param purpose the {@link ContentPurpose#kind}
   * @param about identifier of the task, case or order
   */
  public record Ground(String purpose, String about) {}

  /** On which ground this reader may see an exchange now; empty where there is none. */
  public Optional<Ground> ground(String exchange, SignedIn reader) {
    return reader.may(Right.CONTENT_READ)
        ? purposes.values().stream()
            .flatMap(
                it -> it.held(reader, exchange).map(about -> new Ground(it.kind(), about)).stream())
            .findFirst()
        : Optional.empty();
  }

  private void record(View view, Payload kept, SignedIn reader) {
    journal.write(
        Act.of(
            "content.viewed",
            reader.actor(),
            Map.of(
                "exchange", view.exchange(),
                "part", view.part().name(),
                "field", kept.field(),
                "purpose", view.purpose(),
                "about", view.about(),
                "reason", view.reason())));
  }

  private ContentPurpose purpose(String kind) {
    @Nullable ContentPurpose purpose = purposes.get(kind);
    if (purpose == null) {
      throw new IllegalArgumentException("no purpose '" + kind + "' of " + purposes.keySet());
    }
    return purpose;
  }
}

package io.assay.office.overview;

import io.assay.gateway.journal.LabelRecord;
import java.util.List;

/** One exchange with the way it took; an empty string stands for what it does not have. */
public record Way(
    ExchangeRow exchange,
    boolean stream,
    String code,
    String exit,
    String pool,
    String produceId,
    Content input,
    Content output,
    List<Step> steps,
    List<LabelRecord> labels,
    List<LedgerLine> ledger) {

  public Way {
    steps = List.copyOf(steps);
    labels = List.copyOf(labels);
    ledger = List.copyOf(ledger);
  }

  /**
   * How much went in or came out, and how much of it was reviewed.
   *
   * @param of characters to review
   * @param commitment salted SHA-256 of the content; empty when there was none
   */
  public record Content(long reviewed, long of, String commitment) {

    public boolean any() {
      return of > 0;
    }

    public boolean complete() {
      return reviewed >= of;
    }
  }
}

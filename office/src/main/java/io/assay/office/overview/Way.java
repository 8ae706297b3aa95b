package io.assay.office.overview;

import io.assay.office.exchange.ExchangeDetail;
import java.util.List;

/** One exchange with the way it took, as its page draws it. */
public record Way(ExchangeDetail detail) {

  public ExchangeRow exchange() {
    return new ExchangeRow(detail.summary());
  }

  public List<Step> steps() {
    return detail.steps().stream()
        .map(step -> new Step(step, detail.summary().tookMicros()))
        .toList();
  }

  public Content input() {
    return new Content(
        detail.reviewed().input(), detail.reviewed().inputOf(), detail.input().commitment());
  }

  public Content output() {
    return new Content(
        detail.reviewed().output(), detail.reviewed().outputOf(), detail.output().commitment());
  }

  /**
   * How much of a content was reviewed.
   *
   * @param of characters there were to review
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

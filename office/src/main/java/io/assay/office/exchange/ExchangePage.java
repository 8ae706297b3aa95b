package io.assay.office.exchange;

import io.assay.office.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * A page of exchanges, the latest first.
 *
 * @param next where the following page begins; empty on the last
 */
public record ExchangePage(List<ExchangeSummary> exchanges, Optional<Cursor> next) {
  public ExchangePage {
    exchanges = List.copyOf(exchanges);
  }
}

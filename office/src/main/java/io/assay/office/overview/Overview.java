package io.assay.office.overview;

import io.assay.office.exchange.Totals;
import java.util.List;

/**
 * What the overview shows at one moment.
 *
 * @param canaries exchanges of the system's own canaries in the window, which nothing else counts
 */
public record Overview(
    Window window,
    Totals totals,
    long lastMinute,
    long canaries,
    List<ExchangeRow> latest,
    SystemFacts system) {

  public Overview {
    latest = List.copyOf(latest);
  }

  public Tally blocked() {
    return new Tally(totals.blocked(), totals.all());
  }

  public Tally labelled() {
    return new Tally(totals.labelled(), totals.delivered());
  }

  public Tally gaps() {
    return new Tally(totals.gaps(), totals.delivered());
  }
}

package io.assay.office.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the overview shows at one moment. */
public record Overview(
    Window window,
    long lastMinute,
    long exchanges,
    Tally blocked,
    Tally labelled,
    Tally gaps,
    List<ExchangeRow> latest,
    SystemFacts system) {

  public Overview {
    latest = List.copyOf(latest);
  }

  /** What is known of the running system; an age is absent while nothing has happened yet. */
  public record SystemFacts(
      long ledgerEntries, String pool, @Nullable Age checkpoint, @Nullable Age snapshot) {}
}

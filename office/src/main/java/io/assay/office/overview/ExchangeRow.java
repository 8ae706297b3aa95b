package io.assay.office.overview;

import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.office.exchange.ExchangeSummary;
import io.assay.office.web.Site;
import java.time.ZonedDateTime;

/** One exchange as a line of a list. */
public record ExchangeRow(ExchangeSummary summary) {

  public String id() {
    return summary.id();
  }

  public ZonedDateTime at() {
    return summary.receivedAt().atZone(Site.ZONE);
  }

  public Look look() {
    return summary.outcome().map(Look::of).orElse(Look.OPEN);
  }

  /** The end of the message key that names the outcome. */
  public String state() {
    return summary.outcome().map(Outcome::name).orElse("OPEN");
  }

  public Origin origin() {
    return summary.origin();
  }

  public boolean delivered() {
    return summary.outcome().filter(Outcome.DELIVERED::equals).isPresent();
  }

  public boolean underWay() {
    return summary.outcome().isEmpty();
  }

  /** How long it took; empty while it is under way. */
  public String took() {
    return summary.outcome().isPresent() ? Took.text(summary.tookMicros()) : "";
  }

  public int labels() {
    return summary.labels();
  }

  public boolean gap() {
    return summary.gap();
  }
}

package io.assay.office.overview;

import io.assay.gateway.journal.Outcome;
import io.assay.office.Cursor;
import io.assay.office.exchange.ExchangeFilter;
import io.assay.office.web.ListLink;
import io.assay.office.web.Site;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reader of the list asked for, as the form and the links of the page carry it. */
public record ExchangeQuery(
    String outcome,
    String capability,
    String model,
    String tenant,
    String subject,
    String number,
    String from,
    String to,
    String gap,
    String canaries,
    String before,
    String live) {
  private static final String PAGE = "/exchanges";

  /** Spring binds the parameters that are there; the others are empty. */
  public ExchangeQuery {
    outcome = known(outcome);
    capability = known(capability);
    model = known(model);
    tenant = known(tenant);
    subject = known(subject);
    number = known(number);
    from = known(from);
    to = known(to);
    gap = known(gap);
    canaries = known(canaries);
    before = known(before);
    live = known(live);
  }

  ExchangeFilter filter() {
    return new ExchangeFilter(
        moment(from),
        moment(to),
        Stream.of(Outcome.values()).filter(it -> it.name().equals(outcome)).findFirst(),
        "",
        capability,
        model,
        tenant,
        subject,
        number,
        gap.equals("true"),
        canaries.equals("true"));
  }

  Optional<Cursor> cursor() {
    return Cursor.parse(before);
  }

  /** Whether anything restricts the list. */
  public boolean any() {
    return gap.equals("true")
        || canaries.equals("true")
        || Stream.of(outcome, capability, model, tenant, subject, number, from, to)
            .anyMatch(it -> !it.isEmpty());
  }

  public boolean firstPage() {
    return before.isEmpty();
  }

  public boolean refreshing() {
    return firstPage() && !live.equals("off");
  }

  /** The first page of the same list. */
  public String first() {
    return link(PAGE, "", live);
  }

  public String older(Cursor last) {
    return link(PAGE, last.toString(), live);
  }

  /** The same list with updates paused or resumed. */
  public String toggled() {
    return link(PAGE, "", live.equals("off") ? "" : "off");
  }

  /** The rows alone, for updates. */
  public String rows() {
    return link(PAGE + "/rows", "", live);
  }

  private String link(String path, String cursor, String updates) {
    return ListLink.to(path)
        .with("outcome", outcome)
        .with("capability", capability)
        .with("model", model)
        .with("tenant", tenant)
        .with("subject", subject)
        .with("number", number)
        .with("from", from)
        .with("to", to)
        .with("gap", gap)
        .with("canaries", canaries)
        .with("before", cursor)
        .with("live", updates)
        .toString();
  }

  private static Optional<Instant> moment(String local) {
    try {
      return local.isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(local).atZone(Site.ZONE).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static String known(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}

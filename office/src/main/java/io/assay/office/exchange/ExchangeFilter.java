package io.assay.office.exchange;

import io.assay.gateway.journal.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Which exchanges a list shows; an empty part restricts nothing.
 *
 * @param from received at or after
 * @param to received before
 * @param contentNumber the number in the labels of what was delivered
 * @param canaries whether the system's own canaries are listed as well; whoever asks for a tenant,
 *     a subject or a content number gets them anyway
 */
public record ExchangeFilter(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Outcome> outcome,
    String endpoint,
    String capability,
    String model,
    String tenant,
    String subject,
    String contentNumber,
    boolean gapsOnly,
    boolean canaries) {

  public static ExchangeFilter everything() {
    return new ExchangeFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), "", "", "", "", "", "", false, false);
  }

  /** Everything in the name of one subject. */
  public static ExchangeFilter ofSubject(String subject) {
    return new ExchangeFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        "",
        "",
        subject,
        "",
        false,
        false);
  }

  boolean withoutCanaries() {
    return !canaries && tenant.isEmpty() && subject.isEmpty() && contentNumber.isEmpty();
  }
}

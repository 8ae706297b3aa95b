package io.assay.office.idempotency;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps answers for a day and forgets them then. */
@Component
public class Idempotency {
  /** How long a repetition gets the answer of the first request; policy. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final AnswerStore store;
  private final Clock clock;

  Idempotency(AnswerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The filter for a chain that has already found out who is asking. */
  public IdempotencyFilter filter() {
    return new IdempotencyFilter(store, clock);
  }

  @Scheduled(fixedDelay = 600_000)
  void forget() {
    store.deleteBefore(clock.instant().minus(KEPT));
  }
}

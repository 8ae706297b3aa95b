package io.assay.office.posture;

import io.assay.gateway.Duty;
import io.assay.office.posture.Attempt.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is wrong, on purpose, for the probes that guard the record and the clock (Art. 10). */
@Duty("DS-10")
@Component
class GuardFaults {
  private static final Duration CLOCK_FAULT = Duration.ofSeconds(5);
  private static final Duration LATE = Duration.ofHours(2);

  private final SelfTest test;
  private final LedgerProbe ledger;
  private final ResultLog log;
  private final PostureStore store;
  private final ClockProbe time;
  private final Clock clock;

  GuardFaults(
      SelfTest test,
      LedgerProbe ledger,
      ResultLog log,
      PostureStore store,
      ClockProbe time,
      Clock clock) {
    this.test = test;
    this.ledger = ledger;
    this.log = log;
    this.store = store;
    this.time = time;
    this.clock = clock;
  }

  /** Tests every probe whose week is over. */
  @Scheduled(initialDelay = 120_000, fixedDelay = 3_600_000)
  void inject() {
    test.run(
        List.of(
            new Fault("RESULT", this::changed),
            new Fault("TREE", ledger::forked),
            new Fault("COSIGNED", () -> ledger.cosigned(clock.instant().plus(LATE))),
            new Fault("CLOCK", () -> time.measure(Clock.offset(clock, CLOCK_FAULT)))));
  }

  /** What is said of a stored result with one bad thing more than the ledger says. */
  private Optional<Outcome> changed() {
    return store.at(clock.instant()).stream()
        .filter(log::covers)
        .findFirst()
        .map(it -> log.wrong(it.counting(it.num() + 1)))
        .map(it -> Outcome.of(it.isEmpty(), Seen.RESULT_UNNOTICED.remark()));
  }
}

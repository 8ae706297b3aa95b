package io.assay.office.posture;

import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.posture.Attempt.Outcome;
import io.assay.office.posture.Attempt.Outcome.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives canaries and probes their faults, each once a week. One that does not find its fault is
 * blind, and what it passed before proves nothing.
 */
@Component
class SelfTest {
  private static final String KIND = "SELF_TEST_";
  private static final Duration WEEKLY = Duration.ofDays(7);

  private final PostureStore store;
  private final Journal journal;
  private final Clock clock;

  SelfTest(PostureStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  boolean due(String canary) {
    Instant limit = clock.instant().minus(WEEKLY);
    return store.lastProbe(KIND + canary).filter(last -> last.isAfter(limit)).isEmpty();
  }

  /**
   * Tests whoever is due, and records what came of it in the ledger and here. Where nothing
   * answered nothing was tested, and it stays due.
   */
  void run(List<Fault> faults) {
    faults.stream()
        .filter(it -> due(it.canary()))
        .forEach(
            fault ->
                fault
                    .look()
                    .get()
                    .filter(it -> it.verdict() != Verdict.NO_ANSWER)
                    .ifPresent(it -> record(fault.canary(), it)));
  }

  private void record(String canary, Outcome outcome) {
    boolean found = outcome.verdict() == Verdict.NOT_AS_WANTED;
    Seen how = found ? Seen.FAULT_FOUND : Seen.FAULT_MISSED;
    journal.write(Act.of("canary.tested", Act.SYSTEM, Map.of("canary", canary, "found", found)));
    store.probed(KIND + canary, found, how.remark("posture.canary." + canary), clock.instant());
  }
}

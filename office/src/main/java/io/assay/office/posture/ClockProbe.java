package io.assay.office.posture;

import io.assay.gateway.Duty;
import io.assay.office.posture.Attempt.Outcome;
import io.assay.office.posture.Attempt.Outcome.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds the clock that dates every entry and starts every limit against time servers (Art. 10). The
 * median of more than half of them counts, so that one that is wrong decides nothing.
 */
@Duty("DS-10")
@Component
class ClockProbe {
  static final String MEASURED = "CLOCK";
  static final String SILENT = "CLOCK_SILENT";

  /** How far the clock may be off; policy. */
  private static final Duration ALLOWED = Duration.ofSeconds(1);

  private final Sntp sntp;
  private final TimeServers asked;
  private final PostureStore store;
  private final Clock clock;

  ClockProbe(Sntp sntp, ObjectProvider<TimeServers> asked, PostureStore store, Clock clock) {
    this.sntp = sntp;
    this.asked = asked.getIfAvailable(TimeServers::none);
    this.store = store;
    this.clock = clock;
  }

  /** Asks every server; does nothing when none is named. */
  @Scheduled(initialDelay = 10_000, fixedDelay = 300_000)
  void probe() {
    measure(clock)
        .ifPresent(
            it -> {
              String kind = it.verdict() == Verdict.NO_ANSWER ? SILENT : MEASURED;
              boolean ok = it.verdict() == Verdict.AS_WANTED;
              store.probed(kind, ok, it.detail(), clock.instant());
            });
  }

  /** What the servers say of a clock; empty when none is named. */
  Optional<Outcome> measure(Clock of) {
    return asked.servers().isEmpty() ? Optional.empty() : Optional.of(asked(of));
  }

  private Outcome asked(Clock of) {
    List<Duration> ahead = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (String server : asked.servers()) {
      Optional<Duration> it = sntp.ahead(TimeServers.address(server), asked.timeout(), of);
      it.ifPresent(ahead::add);
      said.add(server + " " + it.map(ClockProbe::told).orElse("–"));
    }
    String all = String.join(", ", said);
    if (2 * ahead.size() <= asked.servers().size()) {
      return new Outcome(
          Verdict.NO_ANSWER, Seen.CLOCK_SILENT.remark(ahead.size(), asked.servers().size(), all));
    }
    Duration median = median(ahead);
    return Outcome.of(
        median.abs().compareTo(ALLOWED) <= 0, Seen.CLOCK_HELD.remark(told(median), all));
  }

  private static Duration median(List<Duration> durations) {
    List<Duration> sorted = durations.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
  }

  private static String told(Duration ahead) {
    return (ahead.isNegative() ? "" : "+") + ahead.toMillis() + " ms";
  }
}

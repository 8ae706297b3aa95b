package io.assay.office.task;

import io.assay.office.task.DecisionStore.Pair;
import io.assay.office.task.DecisionStore.Tally;
import io.assay.office.web.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How well review is done, over the last thirty days. */
@Component
public class Quality {
  private static final Duration WINDOW = Duration.ofDays(30);

  private final DecisionStore decisions;
  private final Clock clock;

  Quality(DecisionStore decisions, Clock clock) {
    this.decisions = decisions;
    this.clock = clock;
  }

  /** A reviewer's tallies and agreement with whoever decided the same tasks. */
  public record Row(Tally tally, Kappa agreement) {}

  /** Everything at once. */
  public record Report(List<Row> reviewers, Map<Queue, Kappa> queues, List<QualityDay> days) {
    public Report {
      days = List.copyOf(days);
      reviewers = List.copyOf(reviewers);
      queues = queues.isEmpty() ? new EnumMap<>(Queue.class) : new EnumMap<>(queues);
    }
  }

  public Report report() {
    Instant since = clock.instant().minus(WINDOW);
    List<Pair> pairs = decisions.pairs(since);
    Map<String, Kappa> reviewers = new TreeMap<>();
    Map<Queue, Kappa> queues = new EnumMap<>(Queue.class);
    for (Pair pair : pairs) {
      merge(reviewers, pair.first(), pair.one(), pair.other());
      merge(reviewers, pair.second(), pair.other(), pair.one());
      queues.merge(
          pair.queue(),
          Kappa.NOTHING.and(pair.one(), pair.other()),
          (known, one) -> known.and(pair.one(), pair.other()));
    }
    List<Row> rows =
        decisions.tallies(since).stream()
            .map(tally -> new Row(tally, reviewers.getOrDefault(tally.reviewer(), Kappa.NOTHING)))
            .toList();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Site.ZONE);
    return new Report(rows, queues, QualityDay.of(pairs, decisions.samples(since), today));
  }

  private static void merge(Map<String, Kappa> all, String who, Choice own, Choice other) {
    all.put(who, all.getOrDefault(who, Kappa.NOTHING).and(own, other));
  }
}

package io.assay.office.task;

import io.assay.office.task.DecisionStore.Pair;
import io.assay.office.task.DecisionStore.Sampled;
import io.assay.office.web.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * How review went on one day of Shanghai.
 *
 * @param agreement of what was decided twice that day
 * @param week the same of the seven days up to it, for a day alone says little
 * @param confirmed samples in which the gateway was right
 * @param overblocked samples of what was blocked and should have passed
 * @param missed samples of what passed and should have been blocked
 */
public record QualityDay(
    LocalDate day, Kappa agreement, Kappa week, long confirmed, long overblocked, long missed) {
  private static final int WEEK = 7;

  /** Every day from the first on which something was decided, the last one first. */
  static List<QualityDay> of(List<Pair> pairs, List<Sampled> samples, LocalDate today) {
    LocalDate first =
        Stream.concat(pairs.stream().map(Pair::at), samples.stream().map(Sampled::at))
            .map(QualityDay::day)
            .min(LocalDate::compareTo)
            .orElse(today.plusDays(1));
    return first
        .datesUntil(today.plusDays(1))
        .map(day -> of(day, pairs, samples))
        .toList()
        .reversed();
  }

  private static QualityDay of(LocalDate day, List<Pair> pairs, List<Sampled> samples) {
    List<Sampled> then = samples.stream().filter(it -> day(it.at()).equals(day)).toList();
    return new QualityDay(
        day,
        agreement(pairs, day, day),
        agreement(pairs, day.minusDays(WEEK - 1L), day),
        then.stream().filter(it -> !it.wrong()).count(),
        then.stream().filter(it -> it.wrong() && it.queue() == Queue.QA_BLOCKED).count(),
        then.stream().filter(it -> it.wrong() && it.queue() == Queue.QA_PASSED).count());
  }

  private static Kappa agreement(List<Pair> pairs, LocalDate from, LocalDate to) {
    Kappa kappa = Kappa.NOTHING;
    for (Pair pair : pairs) {
      LocalDate day = day(pair.at());
      if (!day.isBefore(from) && !day.isAfter(to)) {
        kappa = kappa.and(pair.one(), pair.other());
      }
    }
    return kappa;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Site.ZONE);
  }
}

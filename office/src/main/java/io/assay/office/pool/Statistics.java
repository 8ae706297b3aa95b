package io.assay.office.pool;

import io.assay.office.pool.HitStore.Day;
import io.assay.office.web.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How often features hit, over the last thirty days. */
@Component
class Statistics {
  static final int DAYS = 30;
  private static final int LATEST = 10;

  private final HitStore store;
  private final Clock clock;

  Statistics(HitStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Exchanges in which each feature hit. */
  Map<String, Long> counts(List<PoolFeature> features) {
    return store.counts(features.stream().map(PoolFeature::id).toList(), since());
  }

  /** Every day, also those without a hit. */
  List<Day> days(String feature) {
    Map<LocalDate, Day> busy =
        store.days(feature, since()).stream()
            .collect(Collectors.toMap(Day::day, Function.identity()));
    LocalDate today = LocalDate.ofInstant(clock.instant(), Site.ZONE);
    List<Day> days = new ArrayList<>();
    for (int back = DAYS - 1; back >= 0; back--) {
      LocalDate day = today.minusDays(back);
      days.add(busy.getOrDefault(day, new Day(day, 0, 0, 0)));
    }
    return days;
  }

  List<HitStore.Hit> latest(String feature) {
    return store.latest(feature, LATEST);
  }

  private Instant since() {
    return clock.instant().minus(Duration.ofDays(DAYS));
  }
}

package io.assay.office.exchange;

import io.assay.office.Cursor;
import io.assay.office.web.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions about exchanges. The answers trail the ledger by the time it takes to publish a
 * checkpoint, about a second.
 */
@Component
public class ExchangeIndex {
  private static final int MOST = 200;

  private final ExchangeStore store;
  private final Clock clock;

  ExchangeIndex(ExchangeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Counts of what was received in the last so-and-so long, without the system's canaries. */
  public Totals totals(Duration last) {
    return store.totals(clock.instant().minus(last));
  }

  /** How many exchanges of the last so-and-so long were canaries of the system itself. */
  public long canaries(Duration last) {
    return store.canaries(clock.instant().minus(last));
  }

  /**
   * The last so many stretches of time of one length, the current one included, each present even
   * when nothing happened. They begin where the day in China does.
   *
   * @param step a whole part of a day
   */
  @Transactional(readOnly = true)
  public List<Bar> bars(Duration step, int count) {
    Instant now = clock.instant();
    Instant day = now.atZone(Site.ZONE).truncatedTo(ChronoUnit.DAYS).toInstant();
    Instant last = day.plus(step.multipliedBy(Duration.between(day, now).dividedBy(step)));
    Instant from = last.minus(step.multipliedBy(count - 1L));
    Map<Instant, Bar> busy = new HashMap<>();
    store.bars(from, step).forEach(bar -> busy.put(bar.start(), bar));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant start = from.plus(step.multipliedBy(i));
      bars.add(busy.getOrDefault(start, new Bar(start, 0, 0, 0, 0)));
    }
    return bars;
  }

  /** Up to {@code limit} exchanges after the cursor, at most 200. */
  public ExchangePage list(ExchangeFilter filter, Optional<Cursor> after, int limit) {
    int size = Math.clamp(limit, 1, MOST);
    List<ExchangeSummary> found = store.list(filter, after, size + 1);
    if (found.size() <= size) {
      return new ExchangePage(found, Optional.empty());
    }
    ExchangeSummary last = found.get(size - 1);
    return new ExchangePage(
        found.subList(0, size), Optional.of(new Cursor(last.receivedAt(), last.id())));
  }

  public Optional<ExchangeDetail> find(String id) {
    return store.find(id).map(StoredExchange::detail);
  }

  /** The first exchange in which a content number was issued. */
  public Optional<String> issuing(String produceId) {
    return store.issuing(produceId);
  }

  /** Which endpoints, capabilities and models occur, for the choices of a filter. */
  @Transactional(readOnly = true)
  public Choices choices() {
    return new Choices(
        store.values(ExchangeStore.Facet.ENDPOINT),
        store.values(ExchangeStore.Facet.CAPABILITY),
        store.values(ExchangeStore.Facet.MODEL));
  }

  /** Values that occur in the index. */
  public record Choices(List<String> endpoints, List<String> capabilities, List<String> models) {
    public Choices {
      endpoints = List.copyOf(endpoints);
      capabilities = List.copyOf(capabilities);
      models = List.copyOf(models);
    }
  }
}

package io.assay.office.exchange;

import io.assay.office.Cursor;
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
   * The last so many minutes, the current one included, each present even when nothing happened.
   */
  @Transactional(readOnly = true)
  public List<Minute> minutes(int count) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Instant from = now.minus(count - 1L, ChronoUnit.MINUTES);
    Map<Instant, Minute> busy = new HashMap<>();
    store.minutes(from).forEach(minute -> busy.put(minute.start(), minute));
    List<Minute> minutes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant start = from.plus(i, ChronoUnit.MINUTES);
      minutes.add(busy.getOrDefault(start, new Minute(start, 0, 0, 0, 0)));
    }
    return minutes;
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

package io.assay.office.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Counts what comes from each address within an hour, in memory and for this office alone; of too
 * many addresses the ones that were quiet longest are forgotten. Thread-safe.
 */
@Component
public class Visits {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int ADDRESSES = 10_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> seen =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > ADDRESSES;
        }
      };

  Visits(Clock clock) {
    this.clock = clock;
  }

  /** Whether the address may do this once more within the hour; counts it when it may. */
  public synchronized boolean admits(String what, String address, int most) {
    Instant now = clock.instant();
    Deque<Instant> times =
        Objects.requireNonNull(
            seen.computeIfAbsent(what + "/" + address, it -> new ArrayDeque<>()));
    while (!times.isEmpty() && times.peekFirst().plus(WINDOW).isBefore(now)) {
      times.removeFirst();
    }
    if (times.size() >= most) {
      return false;
    }
    times.addLast(now);
    return true;
  }
}

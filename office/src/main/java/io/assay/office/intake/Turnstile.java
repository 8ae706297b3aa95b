package io.assay.office.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts what comes from each address within an hour, in memory and for this office alone. */
@Component
class Turnstile {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int ADDRESSES = 10_000;

  private final IntakeNumbers numbers;
  private final Clock clock;
  private final Map<String, Deque<Instant>> seen =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > ADDRESSES;
        }
      };

  Turnstile(IntakeNumbers numbers, Clock clock) {
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Whether the address may send a form; counts it when it may. */
  boolean admits(String address, Effort.Proof proof) {
    return switch (proof) {
      case WORK -> take("send/" + address, numbers.perHour());
      case PATIENCE -> take("send/" + address, numbers.perHourUnproven());
      case NONE -> false;
    };
  }

  /** Whether the address may try one more receipt code; counts it when it may. */
  boolean admitsCode(String address) {
    return take("code/" + address, numbers.codesPerHour());
  }

  private synchronized boolean take(String key, int limit) {
    Instant now = clock.instant();
    Deque<Instant> times =
        Objects.requireNonNull(seen.computeIfAbsent(key, it -> new ArrayDeque<>()));
    while (!times.isEmpty() && times.peekFirst().plus(WINDOW).isBefore(now)) {
      times.removeFirst();
    }
    if (times.size() >= limit) {
      return false;
    }
    times.addLast(now);
    return true;
  }
}

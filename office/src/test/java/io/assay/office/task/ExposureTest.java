package io.assay.office.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExposureTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final Allowance ALLOWED = new Allowance(60, 300, Duration.ofHours(8));

  private static List<Instant> openings(int count, Duration apart) {
    return IntStream.range(0, count)
        .mapToObj(i -> NOW.minus(apart.multipliedBy(count - i)))
        .toList();
  }

  @Test
  void asksForABreak_onceTheHourIsFull() {
    assertThat(Exposure.budget(openings(59, Duration.ofSeconds(30)), ALLOWED, NOW).breakUntil())
        .isEmpty();
    var full = Exposure.budget(openings(60, Duration.ofSeconds(30)), ALLOWED, NOW);
    assertThat(full.inHour()).isEqualTo(60);
    assertThat(full.breakUntil()).contains(NOW.plus(Duration.ofMinutes(30)));
  }

  @Test
  void endsTheShift_onceItIsFull() {
    var full = Exposure.budget(openings(300, Duration.ofSeconds(90)), ALLOWED, NOW);
    assertThat(full.breakUntil()).contains(NOW.plus(Duration.ofMinutes(30)));
  }
}

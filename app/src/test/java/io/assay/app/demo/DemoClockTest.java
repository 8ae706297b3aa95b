package io.assay.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoClockTest {

  @Test
  void itOnlyMovesForward_andNeverBeyondTheSystem() {
    DemoClock clock = new DemoClock(Duration.ofDays(7));
    Instant start = clock.instant();
    assertThat(start).isBefore(Instant.now().minus(Duration.ofDays(6)));
    clock.reach(start.plus(Duration.ofDays(2)));
    Instant later = clock.instant();
    assertThat(later).isBetween(start.plus(Duration.ofDays(2)), start.plus(Duration.ofDays(3)));
    clock.reach(start);
    assertThat(clock.instant()).isAfterOrEqualTo(later);
    clock.reach(Instant.now().plus(Duration.ofDays(1)));
    assertThat(clock.instant()).isBefore(Instant.now().minus(Duration.ofDays(3)));
    clock.reach(Instant.now());
    assertThat(clock.instant()).isAfter(Instant.now().minus(Duration.ofSeconds(5)));
  }
}

package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.posture.Control.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlTest {
  private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
  private static final Control PLAIN = control(Optional.empty(), 0);
  private static final Control TRIED = control(Optional.of(Duration.ofMinutes(15)), 50);

  @Test
  void nothingCounted_isNotEnoughEvidence_neverAPass() {
    assertThat(PLAIN.status(new Counts(0, 0, 0, null, false), NOW))
        .isEqualTo(Status.INSUFFICIENT_EVIDENCE);
    assertThat(TRIED.status(new Counts(0, 0, 0, null, true), NOW)).isEqualTo(Status.STALE);
  }

  @Test
  void oneBadRow_fails_whateverTheRest() {
    assertThat(PLAIN.status(new Counts(1, 1_000_000, 0, NOW, true), NOW)).isEqualTo(Status.FAIL);
    assertThat(PLAIN.status(new Counts(0, 1, 0, NOW, true), NOW)).isEqualTo(Status.PASS);
  }

  @Test
  void theTolerance_isAShareOfWhatWasCounted() {
    assertThat(TRIED.status(new Counts(5, 100, 0, NOW, true), NOW)).isEqualTo(Status.PASS);
    assertThat(TRIED.status(new Counts(6, 100, 0, NOW, true), NOW)).isEqualTo(Status.FAIL);
  }

  @Test
  void oldEvidence_isStale_andWhatIsSoonLate_isSaid() {
    Instant old = NOW.minus(Duration.ofMinutes(16));
    assertThat(TRIED.status(new Counts(0, 9, 0, old, true), NOW)).isEqualTo(Status.STALE);
    assertThat(PLAIN.status(new Counts(0, 9, 2, NOW, true), NOW)).isEqualTo(Status.DUE_SOON);
  }

  @Test
  void anArticle_isAsBadAsItsWorstControl() {
    assertThat(Status.worst(List.of(Status.PASS, Status.FAIL, Status.DUE_SOON)))
        .isEqualTo(Status.FAIL);
    assertThat(Status.worst(List.of(Status.PASS, Status.INSUFFICIENT_EVIDENCE)))
        .isEqualTo(Status.INSUFFICIENT_EVIDENCE);
  }

  @Test
  void everyControlHasItsQuery_andNoneIsThereTwice() {
    assertThat(Controls.all()).extracting(Control::id).doesNotHaveDuplicates().contains("C09-1");
    assertThat(Controls.all())
        .allSatisfy(it -> assertThat(it.query()).contains(":from", ":as_of").doesNotContain(";"));
  }

  private static Control control(Optional<Duration> freshness, int tolerance) {
    return new Control("C00-0", 1, Duration.ofDays(1), freshness, tolerance, "select 1");
  }
}

package io.assay.office.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.management.SystemStatus.Verdict;
import io.assay.office.posture.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemStatusTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Optional<Edition> EDITION = Optional.of(edition(TODAY.plusDays(1)));
  private static final Optional<Drill> DRILL = Optional.of(drill(TODAY.minusMonths(12)));

  @Test
  void aDocumentWithoutALiveControl_isPaperOnly() {
    assertThat(verdict(EDITION, Map.of(), DRILL)).isEqualTo(Verdict.PAPER_ONLY);
    assertThat(verdict(EDITION, Map.of("C10-1", Status.INSUFFICIENT_EVIDENCE), DRILL))
        .isEqualTo(Verdict.PAPER_ONLY);
    assertThat(verdict(EDITION, Map.of("C10-1", Status.NOT_APPLICABLE), DRILL))
        .isEqualTo(Verdict.PAPER_ONLY);
  }

  @Test
  void oneControlThatDoesNotFail_isEnough() {
    assertThat(verdict(EDITION, Map.of("C10-1", Status.FAIL), DRILL)).isEqualTo(Verdict.FAILING);
    assertThat(verdict(EDITION, Map.of("C10-1", Status.FAIL, "C10-2", Status.DUE_SOON), DRILL))
        .isEqualTo(Verdict.IN_FORCE);
  }

  @Test
  void saysTheWorst() {
    Map<String, Status> passing = Map.of("C10-1", Status.PASS);
    assertThat(verdict(Optional.empty(), passing, DRILL)).isEqualTo(Verdict.MISSING);
    assertThat(verdict(Optional.of(edition(TODAY.minusDays(1))), passing, DRILL))
        .isEqualTo(Verdict.REVIEW_OVERDUE);
    assertThat(verdict(EDITION, passing, Optional.empty())).isEqualTo(Verdict.DRILL_OVERDUE);
    assertThat(verdict(EDITION, passing, Optional.of(drill(TODAY.minusMonths(12).minusDays(1)))))
        .isEqualTo(Verdict.DRILL_OVERDUE);
    assertThat(verdict(EDITION, passing, DRILL)).isEqualTo(Verdict.IN_FORCE);
  }

  private static Verdict verdict(
      Optional<Edition> edition, Map<String, Status> controls, Optional<Drill> drill) {
    return SystemStatus.verdict(edition, controls, drill, TODAY);
  }

  private static Edition edition(LocalDate review) {
    Charter charter = new Charter("t", "b", "o", TODAY.minusMonths(6), review, List.of("C10-1"));
    Instant at = Instant.parse("2026-05-21T00:00:00Z");
    return new Edition(
        "mgt_1",
        ManagementSystem.DATA_SECURITY,
        1,
        charter,
        charter.sha256(),
        "staff:a",
        at,
        "staff:b",
        at);
  }

  private static Drill drill(LocalDate day) {
    return new Drill(
        "drl_1",
        ManagementSystem.DATA_SECURITY,
        day,
        "f",
        "staff:a",
        Instant.parse("2026-05-21T00:00:00Z"));
  }
}

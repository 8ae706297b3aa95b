package io.assay.office.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.assay.office.task.DecisionStore.Pair;
import io.assay.office.task.DecisionStore.Sampled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityDayTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  @Test
  void everyDayStands_alsoOneOnWhichNothingWasDecided_byTheDayOfShanghai() {
    List<Pair> pairs =
        List.of(
            pair("2026-11-18T15:59:59Z", Choice.BLOCK, Choice.BLOCK),
            pair("2026-11-18T16:00:00Z", Choice.RELEASE, Choice.RELEASE),
            pair("2026-11-20T04:00:00Z", Choice.RELEASE, Choice.BLOCK));
    assertThat(QualityDay.of(pairs, List.of(), TODAY))
        .extracting(QualityDay::day, it -> it.agreement().pairs(), it -> it.agreement().agreed())
        .containsExactly(
            tuple(TODAY, 0L, 0L),
            tuple(TODAY.minusDays(1), 1L, 0L),
            tuple(TODAY.minusDays(2), 1L, 1L),
            tuple(TODAY.minusDays(3), 1L, 1L));
  }

  @Test
  void kappaIsThatOfTheSevenDaysUpToTheDay() {
    List<Pair> pairs =
        List.of(
            pair("2026-11-13T04:00:00Z", Choice.RELEASE, Choice.BLOCK),
            pair("2026-11-15T04:00:00Z", Choice.BLOCK, Choice.BLOCK),
            pair("2026-11-20T04:00:00Z", Choice.RELEASE, Choice.RELEASE));
    List<QualityDay> days = QualityDay.of(pairs, List.of(), TODAY);
    assertThat(days.getFirst().week().pairs()).isEqualTo(2);
    assertThat(days.getFirst().week().text()).isEqualTo("1.00");
    assertThat(days.get(2).week().pairs()).isEqualTo(2);
    assertThat(days.get(2).week().text()).isEqualTo("0.00");
  }

  @Test
  void aSampleIsWrong_whenAPersonSaysTheOpposite() {
    Instant at = Instant.parse("2026-11-21T04:00:00Z");
    List<Sampled> samples =
        List.of(
            new Sampled(at, Queue.QA_BLOCKED, true),
            new Sampled(at, Queue.QA_BLOCKED, false),
            new Sampled(at, Queue.QA_PASSED, false),
            new Sampled(at, Queue.QA_PASSED, true),
            new Sampled(at, Queue.QA_PASSED, true));
    assertThat(QualityDay.of(List.of(), samples, TODAY))
        .singleElement()
        .extracting(QualityDay::confirmed, QualityDay::overblocked, QualityDay::missed)
        .containsExactly(2L, 1L, 2L);
  }

  @Test
  void withoutDecisions_thereIsNoDay() {
    assertThat(QualityDay.of(List.of(), List.of(), TODAY)).isEmpty();
  }

  private static Pair pair(String at, Choice one, Choice other) {
    return new Pair(Instant.parse(at), Queue.HOLD, "one", one, "two", other);
  }
}

package io.assay.office.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

  @Test
  void drawsItsShareOfTheTime() {
    Step step = step(Decision.DONE, 250_000, 500_000, 1_000_000);
    assertThat(step.barStart()).isEqualTo("25.00%");
    assertThat(step.barLength()).isEqualTo("50.00%");
    assertThat(step.took()).isEqualTo("500.0 ms");
  }

  @Test
  void staysVisible_whenItTookAlmostNothing() {
    Step step = step(Decision.PASS, 1_000_000, 1, 1_000_000);
    assertThat(step.barStart()).isEqualTo("99.00%");
    assertThat(step.barLength()).isEqualTo("1.00%");
  }

  @Test
  void endsTheWay_onlyWhenItDidNotLetGoOn() {
    for (Decision decision : Decision.values()) {
      boolean goesOn = List.of(Decision.PASS, Decision.DONE, Decision.SKIP).contains(decision);
      assertThat(step(decision, 0, 1, 1).cut()).as("%s", decision).isEqualTo(!goesOn);
    }
  }

  @Test
  void aShareIsWhole_onlyWhenItIsAllOfIt() {
    assertThat(new Tally(39_870, 39_871).percent()).isEqualTo("99.9");
    assertThat(new Tally(39_871, 39_871).percent()).isEqualTo("100.0");
    assertThat(new Tally(0, 0).any()).isFalse();
  }

  @Test
  void tellsAnAge_inTheLargestUnitThatFits() {
    assertThat(Age.of(Duration.ofSeconds(119))).isEqualTo(new Age("seconds", 119));
    assertThat(Age.of(Duration.ofMinutes(90))).isEqualTo(new Age("minutes", 90));
    assertThat(Age.of(Duration.ofHours(47))).isEqualTo(new Age("hours", 47));
    assertThat(Age.of(Duration.ofDays(3))).isEqualTo(new Age("days", 3));
  }

  private static Step step(Decision decision, long at, long took, long of) {
    return new Step(new StepRecord(Name.UPSTREAM, decision, "", at, took, List.of()), of);
  }
}

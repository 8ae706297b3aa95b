package io.assay.office.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KappaTest {

  @Test
  void measuresAgreementBeyondChance() {
    assertThat(new Kappa(20, 15, 5, 10).value().orElseThrow()).isCloseTo(0.4, within(1e-9));
    assertThat(new Kappa(5, 5, 0, 0).value().orElseThrow()).isEqualTo(1);
    assertThat(new Kappa(0, 0, 5, 5).value().orElseThrow()).isEqualTo(-1);
  }

  @Test
  void saysNothing_withoutEvidence() {
    assertThat(Kappa.NOTHING.value()).isEmpty();
    assertThat(new Kappa(9, 0, 0, 0).value()).isEmpty();
    assertThat(Kappa.NOTHING.text()).isEmpty();
  }

  @Test
  void countsPairs() {
    Kappa kappa =
        Kappa.NOTHING
            .and(Choice.RELEASE, Choice.RELEASE)
            .and(Choice.BLOCK, Choice.BLOCK)
            .and(Choice.RELEASE, Choice.BLOCK);
    assertThat(kappa).isEqualTo(new Kappa(1, 1, 1, 0));
    assertThat(kappa.pairs()).isEqualTo(3);
    assertThat(kappa.agreed()).isEqualTo(2);
  }
}

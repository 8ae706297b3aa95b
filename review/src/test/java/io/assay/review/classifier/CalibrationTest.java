package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void recoversTheSigmoidThatMadeTheLabels() {
    Random random = new Random(3);
    double[] margins = new double[20_000];
    boolean[] positive = new boolean[margins.length];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = random.nextGaussian() * 2;
      positive[i] = random.nextDouble() < Calibration.sigmoid(1.7 * margins[i] - 0.8);
    }
    Calibration fitted = Calibration.fit(margins, positive);
    assertThat(fitted.slope()).isCloseTo(1.7, within(0.1));
    assertThat(fitted.offset()).isCloseTo(-0.8, within(0.1));
  }

  @Test
  void neverTurnsTheOrderRound() {
    double[] margins = {1, 2, -1, -2};
    boolean[] positive = {false, false, true, true};
    Calibration fitted = Calibration.fit(margins, positive);
    assertThat(fitted.score(5)).isGreaterThanOrEqualTo(fitted.score(-5));
  }

  @Test
  void staysFinite_whenThePartsAreWorldsApart() {
    double[] margins = {1e6, 1e6, -1e6, -1e6};
    boolean[] positive = {true, true, false, false};
    Calibration fitted = Calibration.fit(margins, positive);
    assertThat(fitted.score(1e6)).isBetween(0.5, 1.0);
    assertThat(fitted.score(-1e6)).isBetween(0.0, 0.5);
  }
}

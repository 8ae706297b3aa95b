package io.assay.office.rumor;

import java.time.Duration;

/**
 * How outputs that say a claim are looked for. All are policy, none is law.
 *
 * @param bits how many bits of two fingerprints may differ
 * @param reach how far back delivered outputs are compared
 * @param outputs how many delivered outputs are compared at most
 */
record RumorPolicy(int bits, Duration reach, int outputs) {
  static RumorPolicy standard() {
    return new RumorPolicy(8, Duration.ofDays(30), 5_000);
  }
}

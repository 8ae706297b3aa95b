package io.assay.office.posture;

import io.assay.office.posture.Attempt.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A fault in what one canary or probe measures, which it has to find.
 *
 * @param canary what is tested
 * @param look what it says of the fault; empty where it has nothing to measure
 */
record Fault(String canary, Supplier<Optional<Outcome>> look) {
  static Fault of(String canary, Supplier<Outcome> look) {
    return new Fault(canary, () -> Optional.of(look.get()));
  }
}

package io.assay.gateway.exchange;

import static java.util.Objects.requireNonNull;

import io.assay.review.Verdict;
import java.util.Optional;

/**
 * Why an answer may not leave.
 *
 * @param file the first picture or sound that is stopped; empty where the texts are
 */
record Withheld(Verdict verdict, Optional<CarriedFile> file) {
  Withheld {
    requireNonNull(verdict, "verdict");
    requireNonNull(file, "file");
  }
}

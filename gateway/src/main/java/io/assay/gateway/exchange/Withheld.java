package io.assay.gateway.exchange;

import static java.util.Objects.requireNonNull;

import io.assay.review.Verdict;
import java.util.List;

/**
 * Why an answer may not leave.
 *
 * @param files the pictures and sounds of an answer that is stopped because of one of them; empty
 *     where its texts are
 */
record Withheld(Verdict verdict, List<CarriedFile> files) {
  Withheld {
    requireNonNull(verdict, "verdict");
    files = List.copyOf(files);
  }
}

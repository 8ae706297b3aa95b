package io.assay.office.pool;

import io.assay.review.pool.Sample;
import java.util.List;

/** Texts on which this operator's own reviewers decided, for replays; the latest first. */
public interface DecidedTexts {

  /**
   * Up to so many.
   *
   * @param actor on whose account they are read; the ledger tells
   */
  List<Sample> latest(int limit, String actor);
}

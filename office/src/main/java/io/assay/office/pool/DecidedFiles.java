package io.assay.office.pool;

import io.assay.review.Context;
import io.assay.review.pool.Sample.Truth;
import java.util.stream.Stream;

/** Pictures and sounds on which this operator's own reviewers decided, for replays. */
public interface DecidedFiles {

  /**
   * One file.
   *
   * @param id of the review and the file
   * @param truth unknown where another file of a blocked answer or request was flagged
   */
  record Decided(String id, byte[] file, Context context, Truth truth) {}

  /**
   * Up to so many that are still kept, the latest first; each is opened when its turn comes.
   *
   * @param pictures whether pictures are wanted, or else sounds
   * @param actor on whose account they are read; the ledger tells
   */
  Stream<Decided> latest(boolean pictures, int limit, String actor);
}

package io.assay.review;

import io.assay.review.text.TextReviewer;
import java.time.InstantSource;

/**
 * Reviews text against a pool of features.
 *
 * <p>Every character is reviewed: nothing is truncated, sampled or timed out, and the time is
 * linear in the length of the text whatever it holds. Safe for use by many threads.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10.
 */
public interface Reviewer {

  /** A reviewer by the system clock. */
  static Reviewer of(Pool pool) {
    return of(pool, InstantSource.system());
  }

  /** A reviewer for which features expire by the given clock. */
  static Reviewer of(Pool pool, InstantSource clock) {
    return new TextReviewer(pool, clock);
  }

  /** Reviews a whole text. */
  Verdict review(String text, Context context);

  /** Opens a review of one or more streams of text; its answer does not depend on the chunking. */
  StreamReview open(Context context);

  /** The pool in use for reviews that begin now. */
  Pool pool();

  /** Puts another pool, newer or older, in use for reviews that begin from now on. */
  void install(Pool pool);
}

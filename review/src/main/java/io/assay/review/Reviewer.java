package io.assay.review;

/**
 * Reviews text against a pool of features.
 *
 * <p>Every character is reviewed: nothing is truncated, sampled or timed out, and the time is
 * linear in the length of the text whatever it holds. Safe for use by many threads.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10.
 */
public interface Reviewer {

  /** Reviews a whole text. */
  Verdict review(String text, Context context);

  /** Opens a review of one or more streams of text; its answer does not depend on the chunking. */
  StreamReview open(Context context);

  /** The pool in use for reviews that begin now. */
  Pool pool();

  /** Puts another pool, newer or older, in use for reviews that begin from now on. */
  void install(Pool pool);
}

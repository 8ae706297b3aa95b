package io.assay.review.text;

import io.assay.review.Context;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Reviews text by compiled segments of the pool. Safe for use by many threads. */
public final class TextReviewer implements Reviewer {

  private final InstantSource clock;
  private final AtomicReference<Engine> engine;

  /**
   * @param clock tells which features have expired
   */
  public TextReviewer(Pool pool, InstantSource clock) {
    this.clock = clock;
    this.engine = new AtomicReference<>(Engine.of(pool));
  }

  @Override
  public Verdict review(String text, Context context) {
    TextReview review = new TextReview(engine.get(), context, clock.instant());
    review.append("", text);
    review.finish();
    return review.verdict();
  }

  @Override
  public StreamReview open(Context context) {
    return new TextReview(engine.get(), context, clock.instant());
  }

  @Override
  public Pool pool() {
    return engine.get().pool();
  }

  @Override
  public void install(Pool pool) {
    engine.updateAndGet(current -> current.with(pool));
  }
}

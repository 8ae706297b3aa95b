package io.assay.review.text;

import io.assay.review.Context;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reviews text by compiled segments of the pool. Safe for use by many threads.
 *
 * <p>A change of the pool is compiled on its own and takes effect when {@link #install} returns.
 * Once the changes have grown, they are merged on another thread, while reviews go on.
 */
public final class TextReviewer implements Reviewer {

  private final InstantSource clock;
  private final AtomicReference<Engine> engine;
  private final AtomicBoolean merging = new AtomicBoolean();

  /**
   * @param clock tells which features have expired
   */
  public TextReviewer(Pool pool, InstantSource clock) {
    this.clock = clock;
    this.engine = new AtomicReference<>(Engine.of(pool));
  }

  @Override
  public Verdict review(String text, Context context) {
    return TextReview.of(text, engine.get(), context, clock.instant());
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
  public synchronized void install(Pool pool) {
    Engine now = engine.get().with(pool);
    engine.set(now);
    if (now.outgrown() && merging.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("assay-pool-merge").start(this::merge);
    }
  }

  /** What reviews that begin now use. */
  Engine engine() {
    return engine.get();
  }

  private void merge() {
    try {
      rebase(engine.get().merged());
    } finally {
      merging.set(false);
    }
  }

  private synchronized void rebase(Engine merged) {
    engine.set(merged.with(engine.get().pool()));
  }
}

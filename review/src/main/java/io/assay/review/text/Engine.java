package io.assay.review.text;

import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import java.time.Instant;
import java.util.List;

/**
 * A pool made ready for review: a base segment, and a delta of what changed since. Immutable.
 *
 * <p>What has left the pool is still found by the base and then left out, because the pool no
 * longer holds it.
 */
record Engine(Pool pool, Segment base, Segment delta) {

  static Engine of(Pool pool) {
    return new Engine(
        pool, Segment.of(pool, pool.features().toList()), Segment.of(pool, List.of()));
  }

  /** This engine's base with another pool on top. */
  Engine with(Pool other) {
    return new Engine(other, base, Segment.of(other, other.since(base.pool()).put()));
  }

  List<Segment> segments() {
    return delta.size() == 0 ? List.of(base) : List.of(base, delta);
  }

  /** Whether an expression is to be found in the folded text too. */
  boolean folds() {
    return !base.folded().isEmpty() || !delta.folded().isEmpty();
  }

  /** Whether a feature is to be found in encodings too. */
  boolean unwraps() {
    return base.unwraps() || delta.unwraps();
  }

  /** Whether a hit of a compiled feature counts. */
  boolean applies(Feature feature, Context context, Instant now) {
    return feature.rule().scope().covers(context)
        && !feature.entry().expiredAt(now)
        && (pool.equals(base.pool()) || current(feature));
  }

  private boolean current(Feature feature) {
    return pool.feature(feature.id()).filter(feature::equals).isPresent();
  }
}

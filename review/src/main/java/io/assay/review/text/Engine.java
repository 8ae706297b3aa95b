package io.assay.review.text;

import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import java.time.Instant;
import java.util.List;

/**
 * A pool made ready for review: a base segment, a middle one of what had changed when changes were
 * last merged, and a young one of what has changed since. Immutable.
 *
 * <p>What has left the pool is still found by an older segment and then left out, because the pool
 * no longer holds it.
 */
record Engine(Pool pool, Segment base, Segment middle, Segment young) {

  private static final int LARGEST_YOUNG = 1 << 9;
  private static final int SMALLEST_BASE = 1 << 13;
  private static final int SHARE_OF_BASE = 8;

  /** Works the content hash out, so that no review waits for it. */
  Engine {
    pool.contentHash();
  }

  static Engine of(Pool pool) {
    Segment none = Segment.of(pool, List.of());
    return new Engine(pool, Segment.of(pool, pool.features().toList()), none, none);
  }

  /** These segments with another pool on top; what differs from the middle one is compiled. */
  Engine with(Pool other) {
    List<Feature> put = other.since(middle.pool()).put();
    return new Engine(other, base, middle, Segment.of(other, put));
  }

  /** Whether so much has changed that each further change takes long to compile. */
  boolean outgrown() {
    return young.size() > LARGEST_YOUNG;
  }

  /** The same pool with nothing young: in two segments or, if the second would be large, in one. */
  Engine merged() {
    List<Feature> changed = pool.since(base.pool()).put();
    if (changed.size() > Math.max(SMALLEST_BASE, base.size()) / SHARE_OF_BASE) {
      return of(pool);
    }
    return new Engine(pool, base, Segment.of(pool, changed), Segment.of(pool, List.of()));
  }

  /** The segments that hold something; the base always counts. */
  List<Segment> segments() {
    if (middle.size() == 0) {
      return young.size() == 0 ? List.of(base) : List.of(base, young);
    }
    return young.size() == 0 ? List.of(base, middle) : List.of(base, middle, young);
  }

  /** Whether an expression is to be found in the folded text too. */
  boolean folds() {
    return !base.folded().isEmpty() || !middle.folded().isEmpty() || !young.folded().isEmpty();
  }

  /** Whether a feature is to be found in encodings too. */
  boolean unwraps() {
    return base.unwraps() || middle.unwraps() || young.unwraps();
  }

  /** Whether a hit of a compiled feature counts. */
  boolean applies(Feature feature, Context context, Instant now) {
    return feature.rule().scope().covers(context)
        && !feature.entry().expiredAt(now)
        && (pool == base.pool() || current(feature));
  }

  private boolean current(Feature feature) {
    return pool.feature(feature.id()).filter(feature::equals).isPresent();
  }
}

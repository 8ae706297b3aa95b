package io.assay.office.pool;

import io.assay.review.Feature;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The office's own reviewer of the pool in force, and trials beside it. Thread-safe. */
@Component
class Bench {
  private final Versions versions;
  private final Clock clock;
  private @Nullable Reviewer current;

  Bench(Versions versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /** A reviewer of the pool in force. */
  synchronized Reviewer inForce() {
    Pool pool = versions.inForce();
    Reviewer reviewer = current;
    if (reviewer == null) {
      reviewer = Reviewer.of(pool, clock);
      current = reviewer;
    } else if (reviewer.pool() != pool) {
      reviewer.install(pool);
    }
    return reviewer;
  }

  /** A reviewer of any pool. */
  Reviewer of(Pool pool) {
    return Reviewer.of(pool, clock);
  }

  /** The pool in force as it would be with a feature live in the place of what it replaces. */
  Pool with(PoolFeature proposed) {
    Feature live = proposed.feature().with(proposed.rule().with(Mode.LIVE));
    Set<String> gone = proposed.replaces().isEmpty() ? Set.of() : Set.of(proposed.replaces());
    return versions.inForce().with("with " + proposed.id(), List.of(live), gone);
  }
}

package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Snapshot;
import io.assay.review.Reviewer;
import java.util.function.Consumer;

/**
 * Puts the pool of each snapshot in use for the reviews that begin from then on (Art. 10). A pool
 * that does not compile throws, and the snapshot is not taken. Thread-safe.
 */
@Duty("DS-10")
public final class PoolSwitch implements Consumer<Snapshot> {
  private final Reviewer reviewer;

  public PoolSwitch(Reviewer reviewer) {
    this.reviewer = reviewer;
  }

  @Override
  public synchronized void accept(Snapshot snapshot) {
    if (reviewer.pool() != snapshot.pool()) {
      reviewer.install(snapshot.pool());
    }
  }
}

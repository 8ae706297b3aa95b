package io.assay.office.pool;

import io.assay.office.Cursor;
import io.assay.review.pool.Coverage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Questions about the pool. */
@Component
public class Register {
  private static final int MOST = 200;

  private final FeatureStore features;
  private final Versions versions;
  private final Clock clock;

  Register(FeatureStore features, Versions versions, Clock clock) {
    this.features = features;
    this.versions = versions;
    this.clock = clock;
  }

  /** Up to {@code limit} features after the cursor, at most 200. */
  public FeaturePage list(FeatureFilter filter, Optional<Cursor> after, int limit) {
    int size = Math.clamp(limit, 1, MOST);
    List<PoolFeature> found = features.list(filter, after, size + 1);
    if (found.size() <= size) {
      return new FeaturePage(found, Optional.empty());
    }
    PoolFeature last = found.get(size - 1);
    return new FeaturePage(
        found.subList(0, size), Optional.of(new Cursor(last.changedAt(), last.id())));
  }

  public Optional<PoolFeature> find(String id) {
    return features.find(id);
  }

  List<LifeEvent> life(String id) {
    return features.life(id);
  }

  List<PoolFeature> replacements(String id) {
    return features.replacements(id);
  }

  public Map<FeatureState, Long> counts() {
    return features.counts();
  }

  /** The keywords in force against the counts of GB/T 45654-2025, unconfirmed. */
  public Coverage coverage() {
    return Coverage.of(versions.inForce(), Coverage.Requirement.STANDARD, clock.instant());
  }
}

package io.assay.office.pool;

import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.review.Pool;
import io.assay.review.pool.StarterPool;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the first version of the pool from the shipped one, once in the life of an office. */
@Component
class Seed implements ApplicationRunner {
  private final FeatureStore features;
  private final Versions versions;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Seed(
      FeatureStore features,
      Versions versions,
      Journal journal,
      Clock clock,
      TransactionTemplate transaction) {
    this.features = features;
    this.versions = versions;
    this.journal = journal;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (versions.number() == 0) {
      transaction.executeWithoutResult(status -> seed(StarterPool.load()));
    }
  }

  private void seed(Pool shipped) {
    Instant now = clock.instant();
    List<PoolFeature> entered =
        shipped
            .features()
            .map(
                feature ->
                    new PoolFeature(
                        feature,
                        PoolFeature.Origin.STARTER,
                        "",
                        "",
                        FeatureState.ACTIVE,
                        Act.SYSTEM,
                        null,
                        now,
                        null,
                        now,
                        null))
            .toList();
    features.seed(entered);
    PoolVersion version = versions.first(shipped, Act.SYSTEM);
    journal.write(
        Act.of(
            "pool.seeded",
            Act.SYSTEM,
            Map.of(
                "version", version.name(),
                "pool_sha256", version.contentSha256(),
                "features", version.features())));
  }
}

package io.assay.review.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Disposition;
import io.assay.review.Feature;
import io.assay.review.Matching;
import io.assay.review.Pool;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolDiffTest {

  private static final Category OTHER = Category.of("A.1.8");

  @Test
  void namesWhatWasAddedRemovedAndChanged() {
    Feature kept = Feature.keyword("kept", "one", OTHER);
    Feature gone = Feature.keyword("gone", "two", OTHER);
    Feature before = Feature.keyword("both", "three", OTHER);
    Feature after =
        before
            .with(before.rule().with(Disposition.REVIEW))
            .with(Matching.standard().except("three cheers"));
    Feature fresh = Feature.keyword("new", "four", OTHER);
    Pool earlier = Pool.of("1", List.of(kept, gone, before));
    Pool later = earlier.with("2", List.of(after, fresh), Set.of("gone"));

    PoolDiff diff = PoolDiff.between(earlier, later);

    assertThat(diff.added()).containsExactly(fresh);
    assertThat(diff.removed()).containsExactly(gone);
    assertThat(diff.changed())
        .containsExactly(new PoolDiff.Changed(before, after, Set.of("disposition", "exceptions")));
  }

  @Test
  void isEmpty_betweenEqualPools() {
    Pool pool = StarterPool.load();
    assertThat(PoolDiff.between(pool, StarterPool.load()).isEmpty()).isTrue();
  }
}

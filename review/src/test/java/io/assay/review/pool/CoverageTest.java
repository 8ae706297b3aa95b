package io.assay.review.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Characteristic.Expression;
import io.assay.review.Entry;
import io.assay.review.Feature;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.Rule;
import io.assay.review.pool.Coverage.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Category HATRED = Category.of("A.1.5");
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @Test
  void countsDistinctLiveKeywords() {
    Feature live = Feature.keyword("f1", "one", HATRED);
    Feature same = Feature.keyword("f2", "one", HATRED);
    Feature shadow = Feature.keyword("f3", "two", HATRED);
    Feature expired = Feature.keyword("f4", "three", HATRED);
    Feature pattern = Feature.of("f5", new Expression("fo{1,9}ur"), Rule.of(HATRED));
    Pool pool =
        Pool.of(
            "1",
            List.of(
                live,
                same,
                shadow.with(shadow.rule().with(Mode.SHADOW)),
                expired.with(new Entry("", "", "", "", Optional.of(NOW))),
                pattern));

    Coverage coverage = Coverage.of(pool, new Requirement(1, 2, 0), NOW);

    assertThat(coverage.keywords()).isEqualTo(1);
    assertThat(row(coverage, HATRED).keywords()).isEqualTo(1);
    assertThat(row(coverage, HATRED).missing()).isEqualTo(1);
    assertThat(coverage.met()).isFalse();
  }

  @Test
  void asksForNothing_outsideTheFirstTwoGroups() {
    Coverage coverage = Coverage.of(Pool.empty(), Requirement.STANDARD, NOW);
    assertThat(coverage.rows()).hasSize(Category.all().size());
    assertThat(coverage.rows().stream().filter(row -> row.required() == 200)).hasSize(8);
    assertThat(coverage.rows().stream().filter(row -> row.required() == 100)).hasSize(9);
    assertThat(row(coverage, Category.of("A.3.1")).required()).isZero();
    assertThat(coverage.missing()).isEqualTo(10_000);
  }

  @Test
  void isMet_whenEveryCountIsReached() {
    Pool pool = Pool.of("1", List.of(Feature.keyword("f1", "one", HATRED)));
    assertThat(Coverage.of(pool, new Requirement(1, 0, 0), NOW).met()).isTrue();
  }

  private static Coverage.Row row(Coverage coverage, Category category) {
    return coverage.rows().stream()
        .filter(row -> row.category().equals(category))
        .findFirst()
        .orElseThrow();
  }
}
